using System.Text;

namespace NhiemSo.Platform.Words;

/// <summary>Unicode normal forms of text from anywhere. The framework throws on broken pairs and on U+FFFE, which any form or file may hold; here they become U+FFFD.</summary>
public static class NormalText
{
    private const char NoCharacter = '\uFFFE';

    public static string Of(string text, NormalizationForm form = NormalizationForm.FormC)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            var sound = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes()) sound.Append(rune);
            return sound.Replace(NoCharacter, (char)Rune.ReplacementChar.Value).ToString().Normalize(form);
        }
    }
}
