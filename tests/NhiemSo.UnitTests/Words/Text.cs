using CsCheck;
using NhiemSo.Platform.Words;

namespace NhiemSo.UnitTests.Words;

/// <summary>Random texts: Vietnamese as offices type it, and anything at all.</summary>
internal static class Text
{
    private static readonly char[] Letters =
        [.. string.Concat(Alphabet.Vowels).Concat("bcdđghklmnpqrstvx").SelectMany(c => new[] { c, char.ToUpperInvariant(c) })];

    public static readonly Gen<string> Vietnamese = Gen.Frequency(
            (12, Gen.OneOf(Letters)), (3, Gen.Const(' ')), (2, Gen.Char['0', '9']), (1, Gen.OneOf("-/._,()&\u200B\u00A0".ToCharArray())))
        .Array[0, 24].Select(chars => new string(chars));

    public static readonly Gen<string> Any = Gen.OneOf(Vietnamese, Gen.String, Gen.Char['\0', '\uFFFF'].Array[0, 12].Select(chars => new string(chars)));

    /// <summary>Few letters and digits, so that ties and near ties are common.</summary>
    public static readonly Gen<string> Close = Gen.OneOf("aAàáăâằbdđDzZoòuúyỳYÚ0129 -".ToCharArray()).Array[0, 6].Select(chars => new string(chars));
}
