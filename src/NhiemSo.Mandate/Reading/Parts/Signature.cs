using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The foot: "Nơi nhận" on the left, who signs on the right.</summary>
internal static class Signature
{
    private static readonly string[] Proxies = ["TM.", "TM ", "T/M", "KT.", "KT ", "K/T", "TL.", "TL ", "TUQ."];

    /// <summary>No title of a post is longer, in characters.</summary>
    private const int LongestTitle = 60;

    /// <summary>How many lines below a title in small letters the name of its holder is looked for.</summary>
    private const int NameReach = 5;

    /// <summary>A signature without "Nơi nhận" before it: "TM. ỦY BAN NHÂN DÂN", a bare title after a finished sentence, or the place and day above them.</summary>
    public static bool StartsAt(IReadOnlyList<Line> lines, int at)
    {
        var text = lines[at].Text;
        if (IsDay(text)) return lines[at - 1].Terminated;
        if (text.Any(char.IsLower)) return lines[at - 1].Terminated && Posts.Length(text) == text.Length && Enumerable.Range(at + 1, Math.Min(NameReach, lines.Count - at - 1)).Any(i => IsPersonName(lines[i].Text));
        if (Tokenizer.Read(lines[at - 1].Text) is { Style: Style.Chapter or Style.Section } above && above.Rest >= lines[at - 1].Text.Length) return false;
        return Array.Exists(Proxies, p => text.StartsWith(p, StringComparison.Ordinal)) || IsTitle(text);
    }

    /// <summary>"Hà Nội, ngày 19 tháng 10 năm 2022" and nothing else: resolutions say their day above the signature.</summary>
    public static bool IsDay(string text) =>
        text.IndexOf(", ngày ", StringComparison.Ordinal) is > 0 and < 30 and var comma && DateText.First(text, comma) is not null && char.IsAsciiDigit(text[^1]) && text.Length < comma + 32 && char.IsUpper(text[0]);

    private static bool IsTitle(string text) => !text.Any(char.IsLower) && text.Length <= LongestTitle && Posts.Length(text) > 0;

    public static (IReadOnlyList<string> Recipients, string? Title, string? Name) Read(IReadOnlyList<Line> foot)
    {
        var recipients = new List<string>();
        string? title = null;
        string? name = null;
        var listing = false;
        var (sentence, ended) = (false, false);
        var titled = -1;
        var columns = new Columns(foot);
        foreach (var line in foot.TakeWhile(l => !IsFootnote(l.Text)))
        {
            foreach (var cell in columns.Cells(line))
            {
                if (!cell.Any(char.IsLetterOrDigit) || IsSigned(cell)) continue; // a rule under a heading
                if (Layout.IsRecipients(cell))
                {
                    listing = true;
                    var rest = cell[(cell.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                    if (IsSigning(rest)) Take(rest, line.Number);
                    else if (cell.Contains(':', StringComparison.Ordinal)) recipients.AddRange(InSentence(rest));
                    sentence = recipients.Count > 1;
                    ended = rest.EndsWith(';');
                }
                else
                {
                    var right = RightColumn(cell);
                    if (right > 0) Take(cell[..right].TrimEnd(), line.Number);
                    Take(cell[right..], line.Number);
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

        void Take(string cell, int line)
        {
            var proxy = IsProxy(cell);
            if (proxy || IsTitle(cell) || Posts.Length(cell) == cell.Length)
            {
                // Of two who sign side by side or one after the other, the first.
                if (name is not null || titled == line) return;
                title = proxy ? AfterProxy(cell) ?? title : cell;
                if (!proxy) titled = line;
            }
            else if (cell[0] is '-' or '–' or '+' or '•')
            {
                // Two columns of recipients: "- UBND tỉnh (b/c);  - Website Sở;".
                if (listing) recipients.AddRange(cell.TrimStart('-', '–', '+', '•', ' ').Split(["; - ", "; – "], StringSplitOptions.None));
            }
            else if (title is not null && IsPersonName(cell))
            {
                name ??= cell;
            }
            else if (listing && recipients.Count > 0 && (title is null || char.IsLower(cell[0]) || cell[^1] is ';' or '.' or ',' || recipients[^1][^1] == ',') && cell[0] != '(' && cell.Any(char.IsLower))
            {
                // "Nơi nhận: Bộ Nội vụ; Như / Điều 11; Lưu: VT." over two lines.
                var more = sentence ? InSentence(cell) : [cell];
                if (!ended) recipients[^1] += " " + more[0];
                recipients.AddRange(more.Skip(ended ? 0 : 1));
                ended = sentence && cell.EndsWith(';');
            }
            else if (listing && recipients.Count == 0 && title is null)
            {
                recipients.Add(cell);
            }
        }
    }

    private static string[] InSentence(string text) => Array.ConvertAll(text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), r => r.TrimStart('-', '–', ' '));

    /// <summary>"[1] Nghị định này ...": the notes of a consolidated text stand behind the signature.</summary>
    private static bool IsFootnote(string text) => text.Length > 2 && text[0] == '[' && char.IsAsciiDigit(text[1]);

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

    private static readonly string[] Forces = ["Đại tướng ", "Thượng tướng ", "Trung tướng ", "Thiếu tướng ", "Đại tá ", "Thượng tá ", "Trung tá ", "Thiếu tá "];

    /// <summary>Two to six words, each with a capital first letter, as "K' Brếu Văn Hạnh" and "Y Thông Niê"; officers with their rank before them.</summary>
    private static bool IsPersonName(string text)
    {
        if (Array.Find(Forces, f => text.StartsWith(f, StringComparison.Ordinal)) is { } rank) text = text[rank.Length..];
        var words = text.Split(' ');
        return (words.Length is >= 2 and <= 6 || text.Contains('\'', StringComparison.Ordinal)) && words.All(w => char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’' or 'ʼ')) && text.Any(char.IsLower);
    }
}
