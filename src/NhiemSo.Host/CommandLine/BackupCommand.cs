using System.CommandLine;
using NhiemSo.Host.Operate;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Operation;
using Spectre.Console;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso backup FILE</c>, also beside a running server.</summary>
internal static class BackupCommand
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Tệp sao lưu (.zip) sẽ ghi; chứa cả khóa nên cất ở nơi chỉ người có trách nhiệm đọc được." };
        var json = CommandOutput.JsonOption();
        var command = new Command("backup", "Sao lưu toàn bộ dữ liệu, tệp, khóa và điểm chốt nhật ký vào một tệp.") { file, json };
        var office = OfficeOptions.AddTo(command);
        command.SetAction((parsed, ct) => OnOffice.RunAsync(office.Read(parsed), async services =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            if (!Directory.Exists(Path.GetDirectoryName(path))) return CommandOutput.Fail(Platform.Outcomes.Problem.NotFound($"Không có thư mục {Path.GetDirectoryName(path)}."));
            var manifest = await CommandOutput.ProgressAsync(bar => services.GetRequiredService<Backup>().WriteAsync(path, Tasks(bar), ct));
            var (rows, size) = (manifest.Rows.Values.Sum(), new FileInfo(path).Length);
            await new BackupNote(manifest.At, path, size, rows).WriteAsync(services.GetRequiredService<DatabaseSettings>(), ct);
            CommandOutput.Write(parsed.GetValue(json), new { path, size, rows, tables = manifest.Rows, manifest.Files, manifest.FileBytes },
                [$"Đã sao lưu vào {path} ({CommandOutput.Size(size)}): {rows:N0} dòng của {manifest.Rows.Count} bảng, {manifest.Files:N0} tệp ({CommandOutput.Size(manifest.FileBytes)})."]);
            return 0;
        }, ct));
        return command;
    }

    /// <summary>One bar per named part.</summary>
    internal static Action<string, double> Tasks(ProgressContext bar)
    {
        var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
        return (name, share) =>
        {
            if (!tasks.TryGetValue(name, out var task)) tasks[name] = task = bar.AddTask(name, maxValue: 1);
            task.Value = share;
        };
    }
}
