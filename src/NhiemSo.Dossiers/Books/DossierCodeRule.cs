using System.Globalization;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Dossiers.Books;

/// <summary>
/// How dossier codes are made (NĐ 61/2018/NĐ-CP Điều 26, TT 01/2018/TT-VPCP Điều 19): code of the receiving unit, day, serial of
/// that day. The serial has a fixed number of digits; past <see cref="Largest"/> no code can be given that day.
/// </summary>
internal sealed record DossierCodeRule(string Code, string ReceivingCode, int Digits)
{
    public int Largest => (int)Math.Pow(10, Digits) - 1;

    /// <param name="serial">1 to <see cref="Largest"/>.</param>
    public string Format(DateOnly day, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, Largest);
        return string.Create(CultureInfo.InvariantCulture, $"{ReceivingCode}-{day:yyMMdd}-{serial.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0')}");
    }

    /// <summary>True for a code of the form <c>000.00.00.X00-yyMMdd-0000</c>, of any receiving unit.</summary>
    public bool Fits(string code)
    {
        var parts = code.Split('-');
        return parts.Length == 3 && IsReceivingCode(parts[0]) && parts[1].Length == 6 && parts[2].Length == Digits
            && parts[2].All(char.IsAsciiDigit) && DateOnly.TryParseExact(parts[1], "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>V1V2V3.Z1Z2.Y1Y2.MX1X2 (QCVN 102:2016/BTTTT): 3, 2 and 2 digits, then a letter A-Y and 2 digits.</summary>
    internal static bool IsReceivingCode(string text) =>
        text.Length == 13 && text[3] == '.' && text[6] == '.' && text[9] == '.' &&
        text.Remove(9).Replace(".", "", StringComparison.Ordinal) is { Length: 7 } digits && digits.All(char.IsAsciiDigit) &&
        text[10] is >= 'A' and <= 'Y' && char.IsAsciiDigit(text[11]) && char.IsAsciiDigit(text[12]);
}

/// <summary><c>rules/codes/</c>, kind <c>dossier-code</c>: one book per receiving unit.</summary>
internal sealed class DossierCodeKind : IRuleKind
{
    public string Kind => "dossier-code";

    public string Folder => "codes";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var receiving = content.NeedText("receiving_code");
        if (receiving.Length > 0 && !DossierCodeRule.IsReceivingCode(receiving))
            content.Fault("receiving_code", "Mã đơn vị tiếp nhận phải có dạng 000.00.00.X00, ví dụ 000.00.23.H32.");
        var digits = content.Whole("digits") ?? 0;
        if (digits is < 1 or > 8) content.Fault("digits", "Số chữ số thứ tự trong ngày từ 1 đến 8.");
        return new DossierCodeRule(book.Code, receiving, (int)digits);
    }
}
