namespace NhiemSo.Platform.Papers.Templates;

/// <summary>
/// A text of a template. <c>{{ten}}</c> is a value that must be given, <c>{{ten?}}</c> one that may be missing;
/// <c>**đậm**</c> and <c>__nghiêng__</c> set the style. What is in a value is never read as such a mark.
/// </summary>
internal sealed class TemplateText
{
    private readonly List<Part> _parts = [];

    private sealed record Part(string Text, bool Placeholder, bool Optional, bool Bold, bool Italic);

    public IEnumerable<string> Placeholders => _parts.Where(part => part.Placeholder).Select(part => part.Text);

    /// <summary>The text read, or null with <paramref name="fault"/> set to a Vietnamese sentence.</summary>
    public static TemplateText? Read(string text, out string? fault)
    {
        var read = new TemplateText();
        bool bold = false, italic = false;
        fault = null;
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var mark = text.AsSpan(i);
            if (mark.StartsWith("{{"))
            {
                read.Literal(text[start..i], bold, italic);
                var end = text.IndexOf("}}", i, StringComparison.Ordinal);
                var name = end < 0 ? "" : text[(i + 2)..end].Trim();
                var optional = name.EndsWith('?');
                if (optional) name = name[..^1];
                if (!IsName(name)) fault = "Chỗ điền phải viết {{tên}} hoặc {{tên?}}; tên chỉ dùng chữ thường không dấu, chữ số và dấu '_'.";
                if (fault is not null) return null;
                read._parts.Add(new Part(name, true, optional, bold, italic));
                start = i = end + 2;
            }
            else if (mark.StartsWith("**") || mark.StartsWith("__"))
            {
                read.Literal(text[start..i], bold, italic);
                if (mark[0] == '*') bold = !bold;
                else italic = !italic;
                start = i += 2;
            }
            else i++;
        }

        read.Literal(text[start..], bold, italic);
        if (bold || italic) fault = "Dấu ** (đậm) hoặc __ (nghiêng) phải có một cặp mở, đóng.";
        return fault is null ? read : null;
    }

    public PaperText Fill(TemplateFilling filling) => new([.. _parts.Select(part =>
        new PaperRun(part.Placeholder ? filling.Value(part.Text, part.Optional) : part.Text, part.Bold, part.Italic))]);

    internal static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private void Literal(string text, bool bold, bool italic)
    {
        if (text.Length > 0) _parts.Add(new Part(text, false, false, bold, italic));
    }
}
