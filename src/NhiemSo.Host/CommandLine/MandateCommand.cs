using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using NhiemSo.Mandate.Reading;

namespace NhiemSo.Host.CommandLine;

/// <summary>Văn bản quy định chức năng, nhiệm vụ: read a file, put a reviewed one in force.</summary>
internal static class MandateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var command = new Command("mandate", "Văn bản quy định chức năng, nhiệm vụ của cơ quan.");
        command.Subcommands.Add(BuildRead());
        command.Subcommands.Add(MandateImportCommand.Build());
        return command;
    }

    private static Command BuildRead()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Tệp TXT, DOCX hoặc PDF có chữ." };
        var json = new Option<bool>("--json") { Description = "Ghi toàn bộ kết quả đọc dưới dạng JSON." };
        var book = new Option<string?>("--book") { Description = "Ghi bản thảo sổ quy tắc (YAML) với mã này; mã đơn vị do người duyệt điền." };
        var command = new Command("read", "Đọc văn bản thành điều, khoản, đơn vị, nhiệm vụ; không ghi vào cơ sở dữ liệu.") { file, json, book };
        command.SetAction(result => Run(result.GetRequiredValue(file), result.GetValue(json), result.GetValue(book), result.InvocationConfiguration));
        return command;
    }

    private static int Run(FileInfo file, bool json, string? book, InvocationConfiguration console)
    {
        if (!file.Exists)
        {
            console.Error.WriteLine($"Không tìm thấy tệp {file.Name}.");
            return 1;
        }

        var outcome = DecisionReader.Read(File.ReadAllBytes(file.FullName), file.Name);
        if (!outcome.Ok)
        {
            console.Error.WriteLine(outcome.Problem.Message);
            return 1;
        }

        if (json) console.Output.WriteLine(JsonSerializer.Serialize(outcome.Value, Json));
        else if (book is not null) console.Output.Write(MandateBook.Draft(outcome.Value, book, new Dictionary<string, string>(StringComparer.Ordinal)).ToYaml());
        else Summary(outcome.Value, console.Output);
        return 0;
    }

    private static void Summary(DecisionReading reading, TextWriter output)
    {
        var header = reading.Header;
        output.WriteLine($"{header.Type ?? "Văn bản"} số {header.Number ?? "?"} ngày {header.Date?.ToString("dd/MM/yyyy") ?? "?"}, {header.Issuer ?? "không rõ cơ quan ban hành"}");
        output.WriteLine($"Có hiệu lực từ: {reading.EffectiveFrom?.ToString("dd/MM/yyyy") ?? "không rõ"}");
        foreach (var replaced in reading.Replaces) output.WriteLine($"Thay thế, bãi bỏ: {replaced.Number} ngày {replaced.Date?.ToString("dd/MM/yyyy") ?? "?"}");
        output.WriteLine($"{reading.Nodes.Count} điều, khoản, điểm; {reading.Duties.Count} nhiệm vụ.");
        foreach (var unit in reading.Units) output.WriteLine($"  {unit.Citation}  {unit.Name}");
        foreach (var warning in reading.Warnings) output.WriteLine(warning.Line > 0 ? $"Dòng {warning.Line}: {warning.Message}" : warning.Message);
    }
}
