using System.Text;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Identity.Passwords;

/// <summary>
/// Words that many take for a password, read once: <c>common.txt</c> of @zxcvbn-ts/language-common (MIT; made by <c>frontend/passwords.mjs</c>) and
/// our own <c>vietnamese.txt</c>, each of whose words is known without diacritics and as Telex leaves it where nobody switched the keyboard.
/// </summary>
internal static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> Words = new(Read);

    /// <param name="reading">Small letters and digits.</param>
    public static bool Contains(string reading) => Words.Value.Contains(reading);

    internal static IEnumerable<string> All => Words.Value;

    private static HashSet<string> Read() =>
        [.. Lines("common.txt"), .. Lines("vietnamese.txt").Where(l => !l.StartsWith('#')).SelectMany(TelexKeys.Of)];

    private static IEnumerable<string> Lines(string file)
    {
        using var text = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("Passwords." + file) ?? throw new InvalidOperationException($"{file} is not built in."), Encoding.UTF8);
        while (text.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }
}
