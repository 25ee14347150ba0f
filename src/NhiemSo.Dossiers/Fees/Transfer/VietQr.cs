using System.Globalization;
using System.Text;

namespace NhiemSo.Dossiers.Fees.Transfer;

/// <summary>
/// The text of a VietQR code for a transfer to an account (EMVCo merchant-presented mode as NAPAS fills it in, version 1.5.2,
/// service QRIBFTTA): any bank's application reads account, amount and content from it.
/// </summary>
/// <param name="Bin">Six digits of the receiving bank.</param>
/// <param name="Account">Up to 19 letters and digits.</param>
/// <param name="Amount">Whole đồng.</param>
/// <param name="Content">Letters, digits and blanks, up to 25: what the receiver reads.</param>
internal sealed record VietQr(string Bin, string Account, long Amount, string Content)
{
    private const string Aid = "A000000727", ToAccount = "QRIBFTTA", Dong = "704", Country = "VN";

    public string Payload()
    {
        if (Bin.Length != 6 || !Bin.All(char.IsAsciiDigit)) throw new ArgumentException("Six digits.", nameof(Bin));
        if (Account.Length is 0 or > 19 || !Account.All(char.IsAsciiLetterOrDigit)) throw new ArgumentException("Up to 19 letters and digits.", nameof(Account));
        if (Amount is <= 0 or > 9_999_999_999_999) throw new ArgumentOutOfRangeException(nameof(Amount));
        if (Content.Length is 0 or > 25 || !Content.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ')) throw new ArgumentException("Up to 25 letters, digits and blanks.", nameof(Content));
        var text = Part("00", "01") + Part("01", "12")
            + Part("38", Part("00", Aid) + Part("01", Part("00", Bin) + Part("01", Account)) + Part("02", ToAccount))
            + Part("53", Dong) + Part("54", Amount.ToString(CultureInfo.InvariantCulture)) + Part("58", Country)
            + Part("62", Part("08", Content)) + "6304";
        return text + Crc(text).ToString("X4", CultureInfo.InvariantCulture);
    }

    private static string Part(string id, string value) => $"{id}{value.Length:D2}{value}";

    /// <summary>CRC-16 with polynomial 1021 from FFFF (ISO/IEC 13239 as EMVCo uses it).</summary>
    private static ushort Crc(string text)
    {
        var crc = (ushort)0xFFFF;
        foreach (var b in Encoding.ASCII.GetBytes(text))
        {
            crc ^= (ushort)(b << 8);
            for (var bit = 0; bit < 8; bit++) crc = (ushort)((crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1);
        }

        return crc;
    }
}
