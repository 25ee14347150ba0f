using NhiemSo.Mandate.Reading.Lines;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>Finds how the text itself mostly writes a name printed in capitals; a name it writes in no other way stays as printed.</summary>
internal sealed class Casing
{
    /// <summary>Characters looked through for a name; with it the work per name has a bound, and time stays linear.</summary>
    private const int Reach = 100_000;

    private readonly string text;

    public Casing(IEnumerable<Line> lines)
    {
        var whole = string.Join(' ', lines.Select(l => l.Text).Where(t => t.Any(char.IsLower)));
        text = whole.Length > Reach ? whole[..Reach] : whole;
    }

    public string? Of(string? name)
    {
        if (name is null || name.Any(char.IsLower)) return name;
        var ways = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            var found = text.Substring(at, name.Length);
            if (char.IsUpper(found[0]) && found.Any(char.IsLower)) ways[found] = ways.GetValueOrDefault(found) + 1;
        }

        return ways.Count == 0 ? name : ways.MaxBy(w => w.Value).Key;
    }
}
