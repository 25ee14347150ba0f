using System.CommandLine;
using NhiemSo.Host.Serve;
using NhiemSo.Platform.Data;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso migrate</c>: brings the database to this version.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var command = new Command("migrate", "Đưa cơ sở dữ liệu lên phiên bản của chương trình này.");
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = OfficeServices.Build(office.Read(parsed));
            await using var scope = services.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<Migrator>().MigrateAsync(ct);
            await Console.Out.WriteLineAsync(applied.Count == 0 ? "Cơ sở dữ liệu đã ở phiên bản này." : $"Đã áp dụng: {string.Join(", ", applied)}.");
            return 0;
        });
        return command;
    }
}
