using System.CommandLine;
using System.Globalization;
using NhiemSo.Host.Serve;
using NhiemSo.Mandate;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso mandate import</c>: puts a decision that was read and reviewed in force.</summary>
internal static class MandateImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "Mã của quyết định trong rules/mandates (ví dụ qd-55-2024), thư mục của nó, hoặc tệp trong thư mục đó." };
        var json = CommandOutput.JsonOption();
        var from = new Option<string?>("--from") { Description = "Quyết định kế tiếp: ngày bắt đầu thi hành (yyyy-MM-dd hoặc dd/MM/yyyy). Chưa có gì chuyển trước ngày ấy." };
        var command = new Command("import", "Đưa một quyết định đã đọc và đã duyệt vào thi hành, hoặc nạp làm quyết định kế tiếp.") { file, from, json };
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var settings = office.Read(parsed);
            var place = Place(parsed.GetRequiredValue(file), settings);
            if (!place.Ok) return CommandOutput.Fail(place.Problem);
            if (parsed.GetValue(from) is { } typed) return await PlanAsync(settings, place.Value.Rules, place.Value.Code, typed, parsed.GetValue(json), ct);
            return await OnOffice.RunAsync(settings, async services =>
            {
                var units = await services.GetRequiredService<IMandateImport>().PutInForceAsync(place.Value.Rules, place.Value.Code, OnOffice.Operator, ct);
                if (!units.Ok) return CommandOutput.Fail(units.Problem);
                CommandOutput.Write(parsed.GetValue(json), new { place.Value.Code, units = units.Value }, [$"{place.Value.Code} đang thi hành, {units.Value.Count} đơn vị: {string.Join(", ", units.Value.Keys)}."]);
                return 0;
            }, ct);
        });
        return command;
    }

    private static Task<int> PlanAsync(OfficeSettings settings, string rules, string code, string typed, bool json, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Task.FromResult(CommandOutput.Fail(Problem.Invalid("Ghi ngày theo dạng 2026-11-13 hoặc 13/11/2026.")));
        return OnOffice.RunAsync(settings, async services =>
        {
            var planned = await services.GetRequiredService<IMandateImport>().PlanAsync(rules, code, day, OnOffice.Operator, ct);
            if (!planned.Ok) return CommandOutput.Fail(planned.Problem);
            CommandOutput.Write(json, new { code, id = planned.Value, from = day }, [$"{code} sẽ thi hành từ {day:dd/MM/yyyy}. Sắp xếp đơn vị, nhiệm vụ ở trang /quan-tri/sap-xep trước ngày ấy; chưa có gì chuyển."]);
            return 0;
        }, ct);
    }

    /// <summary>A rules folder and a code; a decision that lies elsewhere must first be read and reviewed into such a folder.</summary>
    private static Outcome<(string Rules, string Code)> Place(string given, OfficeSettings settings)
    {
        var folder = File.Exists(given) ? Path.GetDirectoryName(Path.GetFullPath(given))!
            : Directory.Exists(given) ? Path.GetFullPath(given)
            : Path.Combine(settings.RulesFolder, "mandates", given);
        folder = Path.TrimEndingDirectorySeparator(folder);
        var (code, parent) = (Path.GetFileName(folder), Path.GetDirectoryName(folder));
        if (Path.GetFileName(parent) == "mandates" && File.Exists(Path.Combine(folder, "decision.txt"))) return (Path.GetDirectoryName(parent)!, code);
        return Problem.Invalid($"""
            Chưa đưa {given} vào thi hành được. Cần một thư mục rules/mandates/MÃ có hai tệp:
              decision.txt   văn bản của quyết định,
              mandate.yaml   kết quả đọc đã được người có trách nhiệm duyệt và điền mã đơn vị.
            Tạo bản thảo bằng: ./nhiemso mandate read {given} --book MÃ > rules/mandates/MÃ/mandate.yaml
            Duyệt xong thì nạp bằng ./nhiemso rules import rồi chạy lại lệnh này với MÃ.
            """);
    }
}
