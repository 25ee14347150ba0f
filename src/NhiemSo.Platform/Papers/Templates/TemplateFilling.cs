namespace NhiemSo.Platform.Papers.Templates;

/// <summary>The values of one filling, those of the current row first, and the names that were asked for in vain.</summary>
internal sealed class TemplateFilling(PaperValues values, PaperValues? row = null, int ordinal = 0, SortedSet<string>? missing = null)
{
    /// <summary>The number of the current row from 1, in every list.</summary>
    public const string Ordinal = "thu_tu";

    public SortedSet<string> Missing { get; } = missing ?? new SortedSet<string>(StringComparer.Ordinal);

    public string Value(string name, bool optional)
    {
        if (row is not null && name == Ordinal) return $"{ordinal}";
        if ((row?.Text(name) ?? values.Text(name)) is { } text) return text;
        if (!optional) Missing.Add(name);
        return "";
    }

    public bool Holds(string name) => row?.Holds(name) == true || values.Holds(name);

    /// <summary>One filling for each row of a list; a list not given is missing, an empty one is fine.</summary>
    public IEnumerable<TemplateFilling> Each(string list)
    {
        if (values.Rows(list) is { } rows) return rows.Select((one, i) => new TemplateFilling(values, one, i + 1, Missing));
        Missing.Add(list);
        return [];
    }
}
