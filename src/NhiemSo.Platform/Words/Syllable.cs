using System.Text.RegularExpressions;

namespace NhiemSo.Platform.Words;

/// <summary>The shape of a Vietnamese syllable: an optional consonant, a vowel group, an optional final.</summary>
internal static partial class Syllable
{
    /// <summary>Whether a folded word can be a syllable at all: "tra" can, "ttra" and "quanr" can't.</summary>
    public static bool Is(string folded) => Shape().IsMatch(folded);

    [GeneratedRegex("^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?(a[iouy]?|e[ou]?|i(a|eu?|u)?|o(a[iyo]?|eo?|i|o)?|u(a|ay|e|i|o[iu]?|u|y[aeu]?)?|y(eu?)?)(ch|ng|nh|[cmnpt])?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
