using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Words;

namespace NhiemSo.Mandate.Review;

/// <summary>What a reading must say before it can be put in force; each line tells the reviewer what to do.</summary>
internal static class Readiness
{
    public static IEnumerable<string> Of(Revised revised)
    {
        var reading = revised.Reading;
        var header = reading.Header;
        if (CodeOf(header) is null) yield return "Số, ký hiệu và ngày ban hành chưa đủ. Ghi ở phần đầu của quyết định, như 55/QĐ-STTTT.";
        if (header.Type is null || header.Title is null || header.Issuer is null) yield return "Tên loại, trích yếu hoặc cơ quan ban hành chưa có. Ghi ở phần đầu của quyết định.";
        if (reading.EffectiveFrom is null) yield return "Chưa có ngày hiệu lực. Ghi ở phần đầu của quyết định.";
        if (reading.Units.Count == 0) yield return "Chưa có đơn vị nào. Mở mục nói về đơn vị và ghi tên đơn vị.";
        if (reading.Duties.Count == 0) yield return "Chưa có nhiệm vụ nào. Mở mục là nhiệm vụ và đánh dấu.";
        var homeless = reading.Duties.Where(d => !reading.Units.Any(u => d == u.Citation || d.StartsWith(u.Citation + ".", StringComparison.Ordinal))).ToList();
        if (reading.Units.Count > 0 && homeless.Count > 0)
            yield return $"{homeless.Count} nhiệm vụ chưa thuộc đơn vị nào: {string.Join(", ", homeless.Take(10))}{(homeless.Count > 10 ? " …" : "")}. Chuyển vào mục của đơn vị, hoặc bỏ đánh dấu nhiệm vụ.";
    }

    /// <summary>Code of the rule book: 55/QĐ-STTTT of 2024 is <c>qd-55-2024</c>.</summary>
    public static string? CodeOf(Header header)
    {
        if (header.Number?.Split('/') is not { Length: > 1 } parts || header.Date is not { } date) return null;
        var number = new string([.. parts[0].TakeWhile(char.IsAsciiDigit)]);
        var kind = Fold.Text(parts[^1].Split('-')[0]).Replace(" ", "", StringComparison.Ordinal);
        return number.Length == 0 || kind.Length == 0 || !kind.All(char.IsAsciiLetterOrDigit) ? null : $"{kind}-{number}-{date.Year}";
    }
}
