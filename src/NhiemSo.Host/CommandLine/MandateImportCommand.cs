using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NhiemSo.Host.Serve;
using NhiemSo.Mandate;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso mandate import</c>: takes a decision in. Without one in force it is put in force, else planned as the next one.</summary>
internal static class MandateImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "Tệp của quyết định (TXT, DOCX hoặc PDF có chữ), hoặc mã của quyết định đã duyệt trong rules/mandates (ví dụ qd-55-2024) hay thư mục của nó." };
        var from = new Option<DateOnly?>("--from") { Description = "Quyết định kế tiếp: ngày bắt đầu thi hành (2026-11-13 hoặc 13/11/2026); bỏ trống là ngày ghi trong văn bản.", CustomParser = Day };
        var units = new Option<string[]>("--unit") { Description = "Mã của một đơn vị, theo mục lập ra đơn vị ấy: --unit 2=CDS. Đơn vị không ghi thì lấy mã đề xuất. Chỉ dùng với tệp." };
        units.Validators.Add(OneCodeEach);
        var seen = new Option<bool>("--warnings-seen") { Description = "Đã xem các cảnh báo của bộ đọc và vẫn nạp. Chỉ dùng với tệp." };
        var json = CommandOutput.JsonOption();
        var command = new Command("import", "Nạp một quyết định: chưa có quyết định nào thì đưa vào thi hành, đang có thì nạp làm quyết định kế tiếp và chưa chuyển gì. Kết thúc với 0: đã nạp (hoặc đã nạp từ trước); 1: chưa nạp gì, có lời giải thích; 2: gọi lệnh sai.")
        {
            file, from, units, seen, json,
        };
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var settings = office.Read(parsed);
            var place = Place(parsed.GetRequiredValue(file), settings);
            if (!place.Ok) return CommandOutput.Fail(place.Problem);
            var (path, rules, code) = place.Value;
            var (day, codes) = (parsed.GetValue(from), Codes(parsed.GetValue(units) ?? []));
            if (path is null && (codes.Count > 0 || parsed.GetValue(seen))) return CommandOutput.Fail(Problem.Invalid($"{code} là quyết định đã duyệt trong bộ quy tắc: mã đơn vị lấy ở mandate.yaml. Bỏ --unit, --warnings-seen."));
            return await OnOffice.RunAsync(settings, async services =>
            {
                var taken = path is null
                    ? await services.GetRequiredService<IMandateImport>().TakeInAsync(rules, code, day, OnOffice.Operator, ct)
                    : await services.GetRequiredService<IDecisionFileImport>().TakeInAsync(path, new FileChoice(day, codes, parsed.GetValue(seen)), OnOffice.Operator, ct);
                if (!taken.Ok) return CommandOutput.Fail(taken.Problem);
                CommandOutput.Write(parsed.GetValue(json), taken.Value, Words(taken.Value));
                return 0;
            }, ct);
        });
        return command;
    }

    private static IEnumerable<string> Words(TakenIn taken) =>
    [
        taken.Planned
            ? $"{taken.Number} ({taken.Code}) là quyết định kế tiếp, thi hành từ {taken.From:dd/MM/yyyy}. Chưa có gì chuyển: sắp xếp đơn vị, nhiệm vụ ở trang /quan-tri/sap-xep trước ngày ấy."
            : $"{taken.Number} ({taken.Code}) đang thi hành từ {taken.From:dd/MM/yyyy}.",
        .. taken.Units.Select(u => $"  {u.Code,-12} {u.Name}"),
    ];

    /// <summary>An ordinary file; or a rules folder and the code of a decision that was read and reviewed there.</summary>
    private static Outcome<(string? File, string Rules, string Code)> Place(string given, OfficeSettings settings)
    {
        var folder = File.Exists(given) ? Path.GetDirectoryName(Path.GetFullPath(given))! : Directory.Exists(given) ? Path.GetFullPath(given) : Path.Combine(settings.RulesFolder, "mandates", given);
        folder = Path.TrimEndingDirectorySeparator(folder);
        var parent = Path.GetDirectoryName(folder);
        if (Path.GetFileName(parent) == "mandates" && File.Exists(Path.Combine(folder, "mandate.yaml"))) return (null, Path.GetDirectoryName(parent)!, Path.GetFileName(folder));
        if (File.Exists(given)) return (given, "", "");
        return Problem.NotFound($"Không có tệp {given}, cũng không có rules/mandates/{given}/mandate.yaml. Ghi đường dẫn của tệp quyết định (TXT, DOCX, PDF có chữ) hoặc mã của quyết định đã duyệt.");
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError("--from: ghi ngày theo dạng 2026-11-13 hoặc 13/11/2026.");
        return null;
    }

    private static void OneCodeEach(OptionResult result)
    {
        var typed = result.Tokens.Select(t => t.Value.Split('=')).ToList();
        if (typed.Exists(t => t.Length != 2 || t[0].Length == 0 || t[1].Length == 0) || typed.DistinctBy(t => t[0]).Count() < typed.Count) result.AddError("--unit: ghi MỤC=MÃ, mỗi mục một lần, ví dụ --unit 2=CDS.");
    }

    private static Dictionary<string, string> Codes(string[] typed) => typed.Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1], StringComparer.Ordinal);
}
