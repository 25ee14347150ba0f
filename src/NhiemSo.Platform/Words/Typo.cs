namespace NhiemSo.Platform.Words;

/// <summary>Slips of one key: a letter too many, too few, another, or two swapped.</summary>
public static class Typo
{
    // Three letters and fewer are near too many other syllables, and a number one digit off is another number.
    public const int Shortest = 4;

    /// <summary>The words of a vocabulary one slip away from a folded word, in the vocabulary's order, without the word itself.</summary>
    public static IEnumerable<string> Near(string token, IEnumerable<string> vocabulary, int shortest = Shortest)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Length < shortest || token.AsSpan().ContainsAnyInRange('0', '9') ? [] : vocabulary.Where(word => IsNear(token, word));
    }

    private static bool IsNear(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var same = a.CommonPrefixLength(b);
        var restA = a[same..];
        var restB = b[same..];
        if (restA.IsEmpty && restB.IsEmpty) return false;
        if (restA.Length > restB.Length) return restA[1..].SequenceEqual(restB);
        if (restA.Length < restB.Length) return restA.SequenceEqual(restB[1..]);
        return restA[1..].SequenceEqual(restB[1..])
            || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }
}
