using System.CommandLine;
using NhiemSo.Host.Serve;
using NhiemSo.Platform.Data;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso migrate</c>: brings the database to this version of the program.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var json = CommandOutput.JsonOption();
        var command = new Command("migrate", "Tạo cơ sở dữ liệu, hoặc đưa lên phiên bản của chương trình này.") { json };
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = OfficeServices.Build(office.Read(parsed));
            await using var scope = services.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<Migrator>().MigrateAsync(ct);
            CommandOutput.Write(parsed.GetValue(json), new { applied }, applied.Count == 0 ? ["Cơ sở dữ liệu đã ở phiên bản này."] : applied.Select(m => $"Đã áp dụng {m}."));
            return 0;
        });
        return command;
    }
}
