using System.Collections.Frozen;

namespace NhiemSo.Platform.Words;

/// <summary>The Vietnamese letters and their six tones; f, j, w and z stand where Latin puts them, as dictionaries do for foreign names.</summary>
internal static class Alphabet
{
    /// <summary>The letters in order.</summary>
    public const string Letters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /// <summary>Each vowel under its tones in their order: ngang, huyền, hỏi, ngã, sắc, nặng.</summary>
    public static readonly string[] Vowels =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
        "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ];

    private static readonly FrozenDictionary<char, Letter> Known = Build();

    /// <summary>The letter and tone of a composed character; false for anything that is not a Vietnamese or Latin letter.</summary>
    public static bool TryRead(char c, out Letter letter) => Known.TryGetValue(c, out letter);

    /// <summary>The composed character of a vowel under a tone, in the case of <paramref name="like"/>.</summary>
    public static char Toned(char vowel, int tone, char like)
    {
        foreach (var row in Vowels)
            if (row[0] == vowel) return char.IsUpper(like) ? char.ToUpperInvariant(row[tone]) : row[tone];
        throw new ArgumentOutOfRangeException(nameof(vowel), vowel, "not a vowel");
    }

    private static FrozenDictionary<char, Letter> Build()
    {
        var known = new Dictionary<char, Letter>();
        foreach (var c in Letters) Add(c, c, 0);
        foreach (var row in Vowels)
            for (var tone = 1; tone < row.Length; tone++) Add(row[tone], row[0], tone);
        // Eth looks like Đ and comes out of old code page conversions in its place.
        known['ð'] = known['đ'];
        known['Ð'] = known['Đ'];
        return known.ToFrozenDictionary();

        void Add(char c, char letter, int tone)
        {
            var place = Letters.IndexOf(letter, StringComparison.Ordinal);
            known[c] = new Letter(letter, place, tone, Upper: false);
            known[char.ToUpperInvariant(c)] = new Letter(letter, place, tone, Upper: true);
        }
    }

    /// <param name="Base">The lower-case letter without tone (ă, ê, ơ and đ are letters of their own).</param>
    /// <param name="Place">Its place in <see cref="Letters"/>, from 0.</param>
    /// <param name="Tone">0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.</param>
    /// <param name="Upper">Written as a capital.</param>
    internal readonly record struct Letter(char Base, int Place, int Tone, bool Upper);
}
