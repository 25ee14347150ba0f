using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>One text of the file: its head, its provisions, its foot (recipients and signature).</summary>
internal sealed record TextPart(IReadOnlyList<Line> Head, IReadOnlyList<Line> Body, IReadOnlyList<Line> Foot);

/// <summary>Cuts the file into the main text and the texts annexed to it.</summary>
internal static class Layout
{
    public static IReadOnlyList<TextPart> Cut(IReadOnlyList<Line> lines)
    {
        var parts = new List<TextPart>();
        var start = 0;
        while (start < lines.Count)
        {
            var body = BodyStart(lines, start, isMain: parts.Count == 0);
            var (foot, next) = BodyEnd(lines, start, body);
            parts.Add(new TextPart(Slice(start, body), Slice(body, foot), Slice(foot, next)));
            start = next;
        }

        return parts;

        Line[] Slice(int from, int to) => lines.Skip(from).Take(to - from).ToArray();
    }

    /// <summary>The first "Điều 1" or "Chương I"; without articles the first numbered line after the heading.</summary>
    private static int BodyStart(IReadOnlyList<Line> lines, int from, bool isMain)
    {
        var numbered = -1;
        var titled = false;
        for (var i = from; i < lines.Count; i++)
        {
            if (i > from && (numbered >= 0 || titled) && AnnexTitle.At(lines, i, mainEnded: false)) return numbered >= 0 ? numbered : i;
            titled |= isMain ? Heading.IsType(lines[i].Text) : AnnexTitle.IsNote(lines[i].Text);
            if (Tokenizer.Read(lines[i].Text) is not { } token) continue;
            var marked = token.Rest >= lines[i].Text.Length || token.Mark is '.' or ':' or '-' or '–';
            if (token.Style == Style.Article && marked && (token.Ordinal == 1 || numbered < 0)) return i;
            if (token.Style is Style.Chapter or Style.Division && token.Ordinal == 1) return i;
            if (numbered < 0 && token.Style is Style.Roman or Style.Clause or Style.Letter && token.Ordinal == 1 && token.Mark is '.' or ')' or '-' or '/') numbered = i;
            if (!isMain && numbered >= 0) return numbered;
        }

        return numbered >= 0 ? numbered : lines.Count;
    }

    /// <returns>Where the foot starts, and where the next text starts.</returns>
    private static (int Foot, int Next) BodyEnd(IReadOnlyList<Line> lines, int from, int body)
    {
        var foot = -1;
        for (var i = Math.Max(body, from + 1); i < lines.Count; i++)
        {
            if (AnnexTitle.At(lines, i, mainEnded: foot >= 0)) return (foot < 0 ? i : foot, i);
            if (foot < 0 && i > body && (IsRecipients(lines[i].Text) || Signature.StartsAt(lines, i))) foot = i;
        }

        return (foot < 0 ? lines.Count : foot, lines.Count);
    }

    public static bool IsRecipients(string text) => text.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Nơi gửi:", StringComparison.OrdinalIgnoreCase);
}
