using NhiemSo.Mandate.Reading.Lines;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The cells that stand apart on one printed line: bodies and motto in the head, recipients and signature in the foot.</summary>
internal sealed class Columns
{
    /// <summary>Blanks that are a gap between columns wherever one stands.</summary>
    private const int Wide = 6;

    private readonly int gap;

    /// <param name="lines">Where columns are set wide apart, two or three blanks only spread the words ("CHI  CỤC  KIỂM  LÂM").</param>
    public Columns(IEnumerable<Line> lines) => gap = lines.Any(l => l.Raw.TrimStart().Contains(new string(' ', Wide), StringComparison.Ordinal)) ? 4 : 2;

    public IEnumerable<string> Cells(Line line)
    {
        var raw = line.Raw.Trim();
        var at = 0;
        if (raw.Length > 0 && raw[0] is '-' or '–' or '+' or '•') at = 1 + raw.AsSpan(1).IndexOfAnyExcept(' ');
        for (var start = 0; start < raw.Length;)
        {
            var end = raw.IndexOf(new string(' ', gap), at, StringComparison.Ordinal);
            if (end < 0) end = raw.Length;
            yield return string.Join(' ', raw[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            start = end;
            while (start < raw.Length && raw[start] == ' ') start++;
            at = start;
        }
    }
}
