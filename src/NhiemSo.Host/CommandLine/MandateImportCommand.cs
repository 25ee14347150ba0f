using System.CommandLine;
using NhiemSo.Host.Serve;
using NhiemSo.Mandate;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Host.CommandLine;

/// <summary>
/// <c>nhiemso mandate import FILE</c>: puts a reviewed decision in force. FILE is the decision under <c>rules/mandates/CODE/</c>; its
/// <c>mandate.yaml</c> beside it is what the reviewer confirmed and must have been imported.
/// </summary>
internal static class MandateImportCommand
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Văn bản trong rules/mandates/MÃ/, có mandate.yaml đã duyệt bên cạnh." };
        var command = new Command("import", "Đưa một quyết định đã duyệt vào thi hành.") { file };
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var folder = parsed.GetValue(file)!.Directory!;
            if (!File.Exists(Path.Combine(folder.FullName, "mandate.yaml")))
            {
                await Console.Error.WriteLineAsync($"Bên cạnh văn bản chưa có mandate.yaml. Tạo bản thảo bằng: nhiemso mandate read {parsed.GetValue(file)!.Name} --book {folder.Name}, điền mã đơn vị, duyệt, rồi nạp bằng nhiemso rules import.");
                return 1;
            }

            var settings = office.Read(parsed);
            await using var services = OfficeServices.Build(settings);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RuleShelf>().RefreshAsync(ct, now: true);
            var done = await scope.ServiceProvider.GetRequiredService<IMandateImport>().PutInForceAsync(settings.RulesFolder, folder.Name, new Actor(null, Environment.UserName, "dòng lệnh"), ct);
            await (done.Ok ? Console.Out.WriteLineAsync($"Quyết định {folder.Name} đang thi hành, {done.Value.Count - 1} đơn vị.") : Console.Error.WriteLineAsync(done.Problem.Message));
            return done.Ok ? 0 : 1;
        });
        return command;
    }
}
