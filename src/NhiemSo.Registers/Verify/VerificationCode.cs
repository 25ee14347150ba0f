using System.Buffers.Text;

namespace NhiemSo.Registers.Verify;

/// <summary>The code printed under the QR mark, as somebody types it.</summary>
internal static class VerificationCode
{
    public const string Address = "/xac-minh/";

    /// <summary>As many characters as a document's token has.</summary>
    public const int Length = 22;

    public static string Form => $"{Length} ký tự: chữ, số, có thể có dấu “-” hoặc “_”; phân biệt chữ hoa, chữ thường";

    /// <summary>The code alone, also when the whole address was pasted or blanks came between.</summary>
    public static string Of(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        var at = text.LastIndexOf(Address, StringComparison.Ordinal);
        if (at < 0) return text;
        var code = text[(at + Address.Length)..];
        var end = code.IndexOfAny(['/', '?', '#']);
        return end < 0 ? code : code[..end];
    }

    /// <summary>What to say of something that can't be a code, such as the paper's number and symbol; null when it can be one.</summary>
    public static string? Fault(string code)
    {
        if (code.Length == 0) return "Nhập mã in dưới mã QR của giấy phép.";
        if (code.Length == Length && Base64Url.IsValid(code)) return null;
        return code.Contains('/') && code.Any(char.IsAsciiDigit)
            ? $"“{code}” là số, ký hiệu. Chỉ có số, ký hiệu thì chưa kiểm tra được: nhập mã in dưới mã QR của giấy phép ({Form})."
            : $"“{code}” không phải mã kiểm tra. Mã in dưới mã QR của giấy phép, gồm {Form}.";
    }
}
