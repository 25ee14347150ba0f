using System.CommandLine;
using NhiemSo.Host.Operate;
using NhiemSo.Host.Serve;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso restore FILE</c>: into an empty database, of the same engine or the other.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Tệp sao lưu." };
        var json = CommandOutput.JsonOption();
        var command = new Command("restore", "Phục hồi một bản sao lưu vào cơ sở dữ liệu và thư mục dữ liệu trống.") { file, json };
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            if (!File.Exists(path)) return CommandOutput.Fail(Problem.NotFound($"Không có tệp {path}."));
            await using var services = OfficeServices.Build(office.Read(parsed));
            await using var scope = services.CreateAsyncScope();
            var outcome = await CommandOutput.ProgressAsync(bar => scope.ServiceProvider.GetRequiredService<Restore>().ReadAsync(path, BackupCommand.Tasks(bar), ct));
            if (!outcome.Ok) return CommandOutput.Fail(outcome.Problem);
            var (backup, audit) = (outcome.Value.Backup, outcome.Value.Audit);
            CommandOutput.Write(parsed.GetValue(json), new { rows = backup.Rows.Values.Sum(), tables = backup.Rows, backup.Files, backup.FileBytes, audit },
                [$"Đã phục hồi {backup.Rows.Values.Sum():N0} dòng của {backup.Rows.Count} bảng, {backup.Files:N0} tệp ({CommandOutput.Size(backup.FileBytes)}); số dòng khớp với lúc sao lưu.",
                 audit.Clean ? $"Nhật ký: đã kiểm tra {audit.Entries:N0} mục, không thấy sai lệch." : $"Nhật ký có {audit.FaultCount} sai lệch; xem bằng ./nhiemso audit verify."]);
            return audit.Clean ? 0 : 1;
        });
        return command;
    }
}
