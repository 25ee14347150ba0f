using System.Security.Cryptography;
using System.Text;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>The stored form of a rule book's text, equal however the file was saved, and its hash.</summary>
public static class BookText
{
    /// <summary>LF line ends, NFC, no spaces or tabs at line ends, one line end at the end, no byte order mark.</summary>
    public static string Canonical(string yaml)
    {
        var text = NormalText.Of(yaml.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        var canonical = new StringBuilder(text.Length + 1);
        foreach (var line in text.Split('\n'))
            canonical.Append(line.AsSpan().TrimEnd(" \t")).Append('\n');
        var length = canonical.Length;
        while (length > 0 && canonical[length - 1] == '\n') length--;
        canonical.Length = length;
        return length == 0 ? "" : canonical.Append('\n').ToString();
    }

    /// <summary>SHA-256 of the canonical text in UTF-8, lower-case hex.</summary>
    public static string Hash(string yaml) => Sha256(Canonical(yaml));

    internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
