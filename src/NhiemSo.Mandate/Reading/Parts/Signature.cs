using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The foot: "Nơi nhận" on the left, who signs on the right.</summary>
internal static class Signature
{
    private static readonly string[] Proxies = ["TM.", "TM ", "T/M", "KT.", "KT ", "K/T", "TL.", "TL ", "TUQ."];

    /// <summary>Before the title of who holds the post for the time being: "Q. GIÁM ĐỐC".</summary>
    private static readonly string[] Acting = ["Q. ", "Q.", "QUYỀN "];

    private static readonly string[] Titles =
    [
        "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG", "TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC",
        "CHI CỤC TRƯỞNG", "THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "CHÁNH VĂN PHÒNG", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "HIỆU TRƯỞNG", "VIỆN TRƯỞNG", "TỔNG THANH TRA", "CHÁNH THANH TRA", "THỐNG ĐỐC", "PHÓ THỐNG ĐỐC", "TRƯỞNG PHÒNG",
    ];

    /// <summary>No title of a post is longer, in characters.</summary>
    private const int LongestTitle = 60;

    /// <summary>A signature without "Nơi nhận" before it: "TM. ỦY BAN NHÂN DÂN", or a bare title after a finished sentence.</summary>
    public static bool StartsAt(IReadOnlyList<Line> lines, int at)
    {
        var text = lines[at].Text;
        if (text.Any(char.IsLower) || Tokenizer.Read(lines[at - 1].Text) is { Style: Style.Chapter or Style.Section } above && above.Rest >= lines[at - 1].Text.Length) return false;
        return Array.Exists(Proxies, p => text.StartsWith(p, StringComparison.Ordinal)) || IsTitle(text);
    }

    private static bool IsTitle(string text)
    {
        var acting = Array.Find(Acting, a => text.StartsWith(a, StringComparison.Ordinal));
        var post = acting is null ? text : text[acting.Length..];
        return Array.Exists(Titles, t => post.StartsWith(t, StringComparison.Ordinal) && (post.Length == t.Length || post[t.Length] is ' ' or ',')) && !post.Any(char.IsLower) && post.Length <= LongestTitle;
    }

    public static (IReadOnlyList<string> Recipients, string? Title, string? Name) Read(IReadOnlyList<Line> foot)
    {
        var recipients = new List<string>();
        string? title = null;
        string? name = null;
        var listing = false;
        foreach (var line in foot)
        {
            foreach (var cell in line.Raw.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!cell.Any(char.IsLetterOrDigit) || IsSigned(cell)) continue; // a rule under a heading
                if (Layout.IsRecipients(cell))
                {
                    listing = true;
                    var rest = cell[(cell.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                    if (IsSigning(rest)) Take(rest);
                    else if (cell.Contains(':', StringComparison.Ordinal)) recipients.AddRange(rest.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(r => r.TrimStart('-', '–', ' ')));
                }
                else
                {
                    var right = RightColumn(cell);
                    if (right > 0) Take(cell[..right].TrimEnd());
                    Take(cell[right..]);
                }
            }
        }

        return (recipients.ConvertAll(r => r.TrimEnd(';', '.', ',', ' ')), title, name);

        // Two columns set with one space between them: "- Như Điều 3; PHÓ GIÁM ĐỐC", "- Lưu: VT. Trịnh Thị Mai".
        int RightColumn(string cell)
        {
            for (var at = cell.Length - 2; at > 0 && at > cell.Length - LongestTitle && cell[0] is '-' or '–' or '+'; at--)
            {
                if (cell[at] is ';' or '.' && cell[at + 1] == ' ' && (IsSigning(cell[(at + 2)..]) || (title is not null && IsPersonName(cell[(at + 2)..])))) return at + 2;
            }

            return 0;
        }

        void Take(string cell)
        {
            var proxy = IsProxy(cell);
            if (proxy || IsTitle(cell))
            {
                title = proxy ? AfterProxy(cell) ?? title : cell;
            }
            else if (cell[0] is '-' or '–' or '+' or '•')
            {
                if (listing) recipients.Add(cell.TrimStart('-', '–', '+', '•', ' '));
            }
            else if (title is not null && IsPersonName(cell))
            {
                name ??= cell;
            }
            else if (listing && recipients.Count > 0 && (title is null || char.IsLower(cell[0])) && !cell.StartsWith('('))
            {
                recipients[^1] += " " + cell;
            }
            else if (listing && recipients.Count == 0 && title is null)
            {
                recipients.Add(cell);
            }
        }
    }

    private static bool IsProxy(string text) => Array.Exists(Proxies, p => text.StartsWith(p, StringComparison.Ordinal)) && !text.Any(char.IsLower);

    /// <summary>"(Đã ký)", "(Ký tên, đóng dấu)" stand where the signature was.</summary>
    private static bool IsSigned(string text) =>
        text.Trim('(', ')', ' ') is var bare && (bare.Equals("đã ký", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("ký tên", StringComparison.OrdinalIgnoreCase));

    private static bool IsSigning(string text) => IsProxy(text) || IsTitle(text);

    /// <summary>"TM. ỦY BAN NHÂN DÂN" is the body signed for, the person's title follows; "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC" holds both.</summary>
    private static string? AfterProxy(string cell)
    {
        var deputy = cell.LastIndexOf(" PHÓ ", StringComparison.Ordinal);
        if (deputy < 0) deputy = cell.LastIndexOf(" THỨ TRƯỞNG", StringComparison.Ordinal);
        if (deputy > 0) return cell[(deputy + 1)..];
        var chairman = cell.LastIndexOf(" CHỦ TỊCH", StringComparison.Ordinal);
        return chairman > 0 && cell.StartsWith("TM", StringComparison.Ordinal) ? cell[(chairman + 1)..] : null;
    }

    /// <summary>Two to six words, each with a capital first letter.</summary>
    private static bool IsPersonName(string text)
    {
        var words = text.Split(' ');
        return words.Length is >= 2 and <= 6 && words.All(w => char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '.' or '-')) && text.Any(char.IsLower);
    }
}
