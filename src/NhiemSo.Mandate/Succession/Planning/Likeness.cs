using NhiemSo.Platform.Words;

namespace NhiemSo.Mandate.Succession.Planning;

/// <summary>
/// How alike the wordings of provisions are, from 0 to 1: shared syllables and pairs of syllables, folded, where what stands in many
/// provisions ("theo quy định của pháp luật") weighs little. The same measure on both sides; pure.
/// </summary>
internal sealed class Likeness
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int[] Terms, double[] Weights)> vectors = new(StringComparer.Ordinal);

    public Likeness(IEnumerable<string> texts)
    {
        var terms = texts.Distinct(StringComparer.Ordinal).ToDictionary(t => t, Terms, StringComparer.Ordinal);
        var seen = new Dictionary<int, int>();
        foreach (var term in terms.Values.SelectMany(t => t.Keys)) seen[term] = seen.GetValueOrDefault(term) + 1;
        foreach (var (text, counts) in terms)
        {
            var own = counts.Keys.Order().ToArray();
            var weights = Array.ConvertAll(own, t => (1 + Math.Log(counts[t])) * Math.Log(1 + (double)terms.Count / seen[t]));
            var length = Math.Sqrt(weights.Sum(x => x * x));
            vectors[text] = (own, length == 0 ? weights : Array.ConvertAll(weights, x => x / length));
        }
    }

    /// <summary>Both texts are among those it was made of.</summary>
    public double Of(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal)) return 1;
        var ((x, wx), (y, wy)) = (vectors[a], vectors[b]);
        var sum = 0.0;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            if (x[i] == y[j]) sum += wx[i++] * wy[j++];
            else if (x[i] < y[j]) i++;
            else j++;
        }

        return Math.Min(1, sum);
    }

    private Dictionary<int, int> Terms(string text)
    {
        var words = Fold.Tokens(text);
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < words.Length; i++)
        {
            Count(words[i]);
            if (i > 0) Count($"{words[i - 1]} {words[i]}");
        }

        return counts;

        void Count(string term)
        {
            if (!ids.TryGetValue(term, out var id)) ids[term] = id = ids.Count;
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }
    }
}
