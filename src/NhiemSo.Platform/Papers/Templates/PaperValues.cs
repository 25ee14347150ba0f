namespace NhiemSo.Platform.Papers.Templates;

/// <summary>What is put into a template: texts as they are printed, and lists of such values for repeated rows.</summary>
public sealed class PaperValues
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<PaperValues>> _lists = new(StringComparer.Ordinal);

    /// <summary>Null counts as not given.</summary>
    public PaperValues Set(string key, string? text)
    {
        if (text is null) _texts.Remove(key);
        else _texts[key] = text;
        return this;
    }

    public PaperValues Set(string key, IEnumerable<PaperValues> rows)
    {
        _lists[key] = [.. rows];
        return this;
    }

    /// <summary>Null when not given; "" when given as empty.</summary>
    public string? Text(string key) => _texts.GetValueOrDefault(key);

    public IReadOnlyList<PaperValues>? Rows(string key) => _lists.GetValueOrDefault(key);

    /// <summary>True for a text that isn't blank and a list that isn't empty.</summary>
    public bool Holds(string key) => !string.IsNullOrWhiteSpace(Text(key)) || Rows(key) is { Count: > 0 };
}
