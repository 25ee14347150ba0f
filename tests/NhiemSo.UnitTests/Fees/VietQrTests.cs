using System.Globalization;
using CsCheck;
using NhiemSo.Dossiers.Fees.Transfer;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Fees;

public sealed class VietQrTests
{
    /// <summary>Codes that other programs made, and that banks' applications read (NAPAS QR switching 1.5.2; vietqr.net).</summary>
    [Theory]
    [InlineData("970415", "0011001932418", 120_000, "ung ho lu lut", "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C")]
    [InlineData("970436", "1023456789", 1_943_000, "TT000069", "00020101021238540010A00000072701240006970436011010234567890208QRIBFTTA5303704540719430005802VN62120808TT0000696304A8E5")]
    public void Worked_examples(string bin, string account, long amount, string content, string payload) => new VietQr(bin, account, amount, content).Payload().ShouldBe(payload);

    /// <summary>The reader here is written from the specification, apart from the writer.</summary>
    [Fact]
    public void What_is_written_is_read_back()
    {
        var letters = Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
        Gen.Select(Gen.Char["0123456789"].Array[6], letters.Array[1, 19], Gen.Long[1, 9_999_999_999_999], letters.Array[1, 25]).Sample((bin, account, amount, content) =>
        {
            var text = new VietQr(new(bin), new(account), amount, new(content)).Payload();
            var parts = Parts(text);
            (parts["00"], parts["01"], parts["53"], parts["58"], parts["54"]).ShouldBe(("01", "12", "704", "VN", amount.ToString(CultureInfo.InvariantCulture)));
            var service = Parts(parts["38"]);
            (service["00"], service["02"]).ShouldBe(("A000000727", "QRIBFTTA"));
            (Parts(service["01"])["00"], Parts(service["01"])["01"], Parts(parts["62"])["08"]).ShouldBe((new string(bin), new string(account), new string(content)));
            parts["63"].ShouldBe(Crc(text[..^4]));
        });
    }

    [Theory]
    [InlineData("97041", "1", 1, "A")]
    [InlineData("970415", "", 1, "A")]
    [InlineData("970415", "12345678901234567890", 1, "A")]
    [InlineData("970415", "1", 0, "A")]
    [InlineData("970415", "1", 10_000_000_000_000, "A")]
    [InlineData("970415", "1", 1, "Phí")]
    [InlineData("970415", "1", 1, "")]
    public void What_a_code_cannot_hold_is_not_written(string bin, string account, long amount, string content) =>
        Should.Throw<ArgumentException>(() => new VietQr(bin, account, amount, content).Payload());

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            var length = int.Parse(text.AsSpan(at + 2, 2), CultureInfo.InvariantCulture);
            parts.Add(text.Substring(at, 2), text.Substring(at + 4, length));
            at += 4 + length;
        }

        return parts;
    }

    /// <summary>Bit by bit, as polynomial division.</summary>
    private static string Crc(string text)
    {
        var register = 0xFFFF;
        foreach (var b in text.Select(c => (int)c))
            for (var bit = 7; bit >= 0; bit--)
            {
                var carry = ((register >> 15) & 1) ^ ((b >> bit) & 1);
                register = ((register << 1) & 0xFFFF) ^ (carry == 1 ? 0x1021 : 0);
            }

        return register.ToString("X4", CultureInfo.InvariantCulture);
    }
}
