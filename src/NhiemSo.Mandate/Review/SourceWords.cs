using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Review;

/// <summary>Finds printed lines in the words of a provision, and the label a provision had in print.</summary>
internal static class SourceWords
{
    /// <summary>So many characters of a line are enough to know it by; its end may be joined to the next.</summary>
    private const int Enough = 40;

    /// <summary>Where <paramref name="line"/> begins in <paramref name="text"/>, at the start of a word; null when it does not stand there.</summary>
    public static int? Find(string text, string line)
    {
        var head = line.Length > Enough ? line[..Enough] : line;
        for (var at = text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = text.IndexOf(head, at + 1, StringComparison.Ordinal))
            if (at == 0 || char.IsWhiteSpace(text[at - 1])) return at;
        return null;
    }

    /// <summary>All words of a provision as printed: label, heading, text.</summary>
    public static string WithLabel(Outline read, OutlineNode node)
    {
        var line = read.Lines.FirstOrDefault(l => l.Number == node.Line)?.Text;
        var label = line is not null && Tokenizer.Read(line) is { } token ? line[..Math.Min(token.Rest, line.Length)].TrimEnd() : null;
        return string.Join(' ', new[] { label, node.Heading, node.Text }.OfType<string>());
    }
}
