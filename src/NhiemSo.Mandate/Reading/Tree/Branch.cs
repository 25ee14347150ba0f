using System.Text;
using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>A provision while the tree grows.</summary>
internal sealed class Branch(Token token, Branch? parent, int line)
{
    private readonly List<StringBuilder> paragraphs = [];

    public Token Token { get; } = token;

    public Branch? Parent { get; } = parent;

    public int Line { get; } = line;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public List<Branch> Children { get; } = [];

    public Line? LastLine { get; private set; }

    /// <summary>The paragraphs with wrapped lines joined; the first is replaced once a heading is split from it.</summary>
    public IReadOnlyList<string> Paragraphs => paragraphs.ConvertAll(p => p.ToString());

    public string? Heading { get; set; }

    public string? Text { get; set; }

    public string Citation { get; set; } = "";

    public string Display { get; set; } = "";

    /// <summary>Takes a line (without its label) into the text.</summary>
    public void Append(string text, Line line, bool newParagraph)
    {
        LastLine = line;
        if (text.Length == 0) return;
        if (paragraphs.Count == 0 || newParagraph) paragraphs.Add(new StringBuilder(text));
        else paragraphs[^1].Append(' ').Append(text);
    }

    public bool HasText => paragraphs.Count > 0;

    public bool EndsWithColon => paragraphs.Count > 0 && paragraphs[^1][^1] == ':';
}

/// <summary>The main text or one annexed text.</summary>
/// <param name="Prefix">Empty for the main text, "KT:" and "KT2:" for annexed ones.</param>
/// <param name="Title">The heading lines of an annexed text.</param>
internal sealed record Root(string Prefix, Branch Trunk, string? Title)
{
    /// <summary>Where its heading stands.</summary>
    public int Line { get; init; }
}
