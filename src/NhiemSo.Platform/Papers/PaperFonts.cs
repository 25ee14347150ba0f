using System.Text;
using SkiaSharp;

namespace NhiemSo.Platform.Papers;

/// <summary>The four faces of the print font, embedded in the program and checked once for every Vietnamese letter.</summary>
public static class PaperFonts
{
    /// <summary>Every precomposed Vietnamese letter in both cases with all tones, and the marks official documents use.</summary>
    public static readonly string Required = Letters() + "đĐ₫“”‘’–—…№.,;:!?()[]/-+%&°×0123456789";

    private static readonly Lazy<IReadOnlyDictionary<(bool Bold, bool Italic), SKTypeface>> Faces = new(Load);

    /// <summary>The characters of <paramref name="text"/> that <paramref name="face"/> has no glyph for; line ends don't count.</summary>
    public static string Missing(SKTypeface face, string text)
    {
        using var font = new SKFont(face);
        return string.Concat(text.EnumerateRunes().Distinct().Where(rune => rune.Value is not ('\n' or '\r') && !font.ContainsGlyph(rune.Value)));
    }

    /// <summary>Shared by all; not to be disposed.</summary>
    public static SKTypeface Face(bool bold, bool italic) => Faces.Value[(bold, italic)];

    /// <summary>Stops a program that would print boxes for Vietnamese letters.</summary>
    /// <exception cref="InvalidOperationException">The face lacks a letter of <see cref="Required"/>.</exception>
    internal static SKTypeface Checked(SKTypeface face)
    {
        var missing = Missing(face, Required);
        return missing.Length == 0
            ? face
            : throw new InvalidOperationException($"The print font {face.FamilyName} lacks {missing}.");
    }

    private static Dictionary<(bool Bold, bool Italic), SKTypeface> Load() => new()
    {
        [(false, false)] = Embedded("Regular"),
        [(true, false)] = Embedded("Bold"),
        [(false, true)] = Embedded("Italic"),
        [(true, true)] = Embedded("BoldItalic"),
    };

    private static SKTypeface Embedded(string face)
    {
        using var stream = typeof(PaperFonts).Assembly.GetManifestResourceStream($"Papers.Fonts.Tinos-{face}.ttf")
            ?? throw new InvalidOperationException($"The print font Tinos-{face} is not embedded.");
        return Checked(SKTypeface.FromStream(stream));
    }

    private static string Letters()
    {
        var letters = new StringBuilder();
        foreach (var vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
            foreach (var tone in new[] { "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323" })
                letters.Append((vowel + tone).Normalize(NormalizationForm.FormC));
        for (var letter = 'a'; letter <= 'z'; letter++) letters.Append(letter).Append(char.ToUpperInvariant(letter));
        return letters.ToString();
    }
}
