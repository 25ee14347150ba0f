using System.Security.Cryptography;
using System.Text;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Words;

/// <summary>Vietnamese telephone numbers, kept as digits with the leading 0.</summary>
public static class Phone
{
    public const string Fault = "Nhập số di động gồm 10 chữ số hoặc số máy bàn gồm 11 chữ số bắt đầu bằng 02, ví dụ 0905 123 456.";

    private const int MobileLength = 10, LandlineLength = 11, LastLength = 4;

    /// <summary>Ten digits from 03, 05, 07, 08, 09 or eleven from 02; +84, 84 and 0084 are read as 0, spaces, dots, dashes and brackets are passed over.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="field">The input the fault is shown at.</param>
    public static Outcome<string> Read(string typed, string field = "")
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.AsSpan().Trim();
        var digits = new StringBuilder(LandlineLength);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (!char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')') && !(c == '+' && digits.Length == 0)) return Problem.Field(field, Fault);
        }

        var number = digits.ToString();
        if (number.StartsWith("0084", StringComparison.Ordinal)) number = number[2..];
        if (number.StartsWith("84", StringComparison.Ordinal)) number = '0' + number[2..].TrimStart('0');
        else if (text.StartsWith('+')) return Problem.Field(field, Fault);
        var sound = number.Length switch
        {
            MobileLength => number[0] == '0' && number[1] is '3' or '5' or '7' or '8' or '9',
            LandlineLength => number.StartsWith("02", StringComparison.Ordinal),
            _ => false,
        };
        return sound ? number : Problem.Field(field, Fault);
    }

    /// <summary>A short message can reach it: ten digits, none of a landline.</summary>
    /// <param name="number">As <see cref="Read"/> gives it; anything else is no telephone.</param>
    public static bool IsMobile(string? number) => number is { Length: MobileLength } && number[0] == '0' && number[1] is '3' or '5' or '7' or '8' or '9' && number.All(char.IsAsciiDigit);

    /// <summary>"0905123482" as "+84905123482" (E.164).</summary>
    public static string International(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return string.Concat("+84", number.AsSpan(1));
    }

    /// <summary>Whether someone knows the last four digits of a number; takes the same time for every wrong answer.</summary>
    public static bool LastFourMatch(string number, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var given = typed.Trim();
        return number is { Length: >= LastLength } && given.Length == LastLength
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(number[^LastLength..]), Encoding.UTF8.GetBytes(given));
    }
}

/// <summary>Personal data as lists, logs and public pages show it.</summary>
public static class Mask
{
    private const int Shown = 3, ShortestShown = 7;

    /// <summary>"0905123482" as "••• ••• •482"; a number too short to hide anything is hidden whole.</summary>
    public static string Phone(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var shown = number.Length < ShortestShown ? 0 : Shown;
        var masked = new StringBuilder(number.Length + 2);
        for (var i = 0; i < number.Length; i++)
        {
            if (i == Shown || i == number.Length - 4 && i > Shown) masked.Append(' ');
            masked.Append(i < number.Length - shown ? '•' : number[i]);
        }

        return masked.ToString();
    }

    /// <summary>"khuyennong@ninhhai.vn" as "k•••@ninhhai.vn": enough to tell which mailbox it is for whoever knows it.</summary>
    public static string Email(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.LastIndexOf('@');
        return at < 1 ? "•••" : $"{address[0]}•••{address[at..]}";
    }
}
