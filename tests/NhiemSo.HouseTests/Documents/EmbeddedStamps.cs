using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;
using NhiemSo.HouseTests.Web;

namespace NhiemSo.HouseTests.Documents;

/// <summary>One signature of a PDF taken apart without our own reader: its value and the time-stamp token over it.</summary>
internal sealed record EmbeddedStamp(byte[] Token, byte[] SignatureHash, DateTimeOffset Time)
{
    private const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";

    /// <summary>In the order of the file; a signature without exactly one token fails the test.</summary>
    public static IReadOnlyList<EmbeddedStamp> Of(byte[] pdf) =>
        [.. Regex.Matches(Encoding.Latin1.GetString(pdf), "/Contents\\s*<([0-9A-Fa-f]{2000,})>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Select(m =>
        {
            var hex = m.Value[(m.Value.IndexOf('<', StringComparison.Ordinal) + 1)..^1];
            var cms = new SignedCms();
            cms.Decode(Convert.FromHexString(hex));
            var signer = cms.SignerInfos[0];
            var token = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().Single(a => a.Oid.Value == SignatureTimeStamp).Values[0].RawData;
            if (!Rfc3161TimestampToken.TryDecode(token, out var read, out _)) throw new CryptographicException("not a time-stamp token");
            return new EmbeddedStamp(token, SHA256.HashData(signer.GetSignature()), read.TokenInfo.Timestamp);
        })];

    /// <summary>openssl's word on the token, at the token's own time, for <paramref name="hash"/>.</summary>
    public async Task<string> OpensslAsync(string folder, string roots, byte[] hash)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.tst");
        await File.WriteAllBytesAsync(file, Token);
        return await Tools.RunAsync("openssl", "ts", "-verify", "-token_in", "-in", file, "-digest", Convert.ToHexString(hash), "-CAfile", roots,
            "-attime", Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>Programs that we did not write. A missing one fails the test: a skipped check is no check.</summary>
internal static class Tools
{
    /// <summary>Both outputs together.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output + await errors;
    }
}
