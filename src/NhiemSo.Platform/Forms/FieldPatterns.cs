namespace NhiemSo.Platform.Forms;

/// <summary>Named forms of a text field. They catch slips of the pen; none of them proves that a number exists.</summary>
public static class FieldPatterns
{
    private static readonly Dictionary<string, (Func<string, bool> Fits, string Message)> All = new(StringComparer.Ordinal)
    {
        ["phone"] = (IsPhone, "Nhập số điện thoại gồm 10 hoặc 11 chữ số, ví dụ 0258 3562 000."),
        ["email"] = (IsEmail, "Nhập địa chỉ thư điện tử có dấu @, ví dụ ten@coquan.vn."),
        ["tax-code"] = (IsTaxCode, "Nhập mã số thuế 10 chữ số, hoặc 13 chữ số với đơn vị phụ thuộc (0123456789-001)."),
        ["personal-number"] = (text => text.Length == 12 && text.All(char.IsAsciiDigit), "Nhập số định danh cá nhân gồm 12 chữ số."),
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Forms of what leads to a person: a field of such a form is personal data unless its book makes it public.</summary>
    public static readonly IReadOnlyList<string> TellOfPersons = ["phone", "email", "personal-number"];

    /// <summary>The sentence shown when the text doesn't fit; null when it fits.</summary>
    public static string? Fault(string pattern, string text) => All[pattern].Fits(text.Trim()) ? null : All[pattern].Message;

    private static bool IsPhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        var international = text.StartsWith("+84", StringComparison.Ordinal);
        return (international ? digits is 11 or 12 : digits is 10 or 11 && text[0] is '0' or '(')
            && text.Skip(international ? 1 : 0).All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '-' or '(' or ')');
    }

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != text.LastIndexOf('@') || text.Any(char.IsWhiteSpace)) return false;
        var dot = text.LastIndexOf('.');
        return dot > at + 1 && dot < text.Length - 1;
    }

    private static bool IsTaxCode(string text) => text.Length switch
    {
        10 or 13 => text.All(char.IsAsciiDigit),
        14 => text[10] == '-' && text.Remove(10, 1).All(char.IsAsciiDigit),
        _ => false,
    };
}
