namespace NhiemSo.Platform.Rules.Books;

/// <summary>Guesses the word that was meant, so that a fault can say what to write.</summary>
public static class Spelling
{
    /// <summary>A sentence beginning with a space, or nothing when no known word is near.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        var nearest = known
            .Select(k => (Word: k, Distance: Distance(word, k)))
            .Where(k => k.Distance <= word.Length switch { < 4 => 1, < 9 => 2, _ => 3 })
            .OrderBy(k => k.Distance).ThenBy(k => k.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Word is null ? "" : $" Có phải bạn muốn viết '{nearest.Word}'?";
    }

    /// <summary>Letters to add, drop or change (Levenshtein); words longer than 60 letters are not compared.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 60 || b.Length > 60) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
