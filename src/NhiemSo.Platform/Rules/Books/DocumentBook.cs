using System.Globalization;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>A book that numbers documents; one row of numbers per year.</summary>
/// <param name="Pattern">With <c>{number}</c> and perhaps <c>{year}</c>.</param>
/// <param name="Pad">Least number of digits of the number.</param>
/// <param name="PerYear">True: begins at 1 each year. False: goes on for ever.</param>
public sealed record DocumentBook(string Code, string Name, string Pattern, int Pad, bool PerYear)
{
    /// <summary>The number and symbol as printed.</summary>
    public string Format(int number, int year) => Pattern
        .Replace("{number}", number.ToString(CultureInfo.InvariantCulture).PadLeft(Pad, '0'), StringComparison.Ordinal)
        .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary><c>rules/codes/</c>, kind <c>document-book</c>.</summary>
public sealed class DocumentBookKind : IRuleKind
{
    private static readonly Dictionary<string, bool> Periods = new(StringComparer.Ordinal) { ["year"] = true, ["none"] = false };

    public string Kind => "document-book";

    public string Folder => "codes";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var pattern = content.NeedText("pattern");
        if (!pattern.Contains("{number}", StringComparison.Ordinal)) content.Fault("pattern", "Mẫu số phải có {number}.");
        var rest = pattern.Replace("{number}", "", StringComparison.Ordinal).Replace("{year}", "", StringComparison.Ordinal);
        if (rest.AsSpan().ContainsAny('{', '}')) content.Fault("pattern", "Mẫu số chỉ dùng {number} và {year}.");
        var pad = content.Whole("pad") ?? 1;
        if (pad is < 1 or > 10) content.Fault("pad", "Số chữ số tối thiểu từ 1 đến 10.");
        return new DocumentBook(book.Code, book.Name, pattern, (int)pad, content.NeedWord("restart", Periods));
    }
}
