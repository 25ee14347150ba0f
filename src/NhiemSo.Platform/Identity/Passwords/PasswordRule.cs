using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Identity.Passwords;

/// <summary>
/// What a password may not be, in one rule for staff and applicants: shorter than twelve characters; one common word, run of keys or repeated
/// piece with digits and signs around it; the holder's own names with little besides. A sentence of several words is always good.
/// No rule about kinds of characters (NIST SP 800-63B, 5.1.1.2).
/// </summary>
internal static class PasswordRule
{
    public const int Shortest = 12;

    /// <summary>Fewer letters make no word; fewer than <see cref="OwnLetters"/> beside one's own names nothing that isn't guessed.</summary>
    private const int Letters = 4, OwnLetters = 6;

    /// <summary>No listed word and no name is longer; what lies behind isn't looked at, so that a long text costs little.</summary>
    private const int Looked = 100;

    public const string TooShort = "Mật khẩu cần từ 12 ký tự trở lên; một câu ngắn dễ nhớ là tốt nhất.";

    public const string TooCommon = "Mật khẩu này dễ đoán: một từ nhiều người dùng, một dãy phím hay chữ số; thêm số hoặc dấu vào cũng vậy. Đặt một câu ngắn gồm bốn từ trở lên.";

    public const string OwnName = "Mật khẩu lấy từ họ tên, tên đăng nhập hoặc tên cơ quan nên dễ đoán. Đặt một câu ngắn không có các tên đó.";

    private static readonly string[] Rows = [.. new[] { "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm" }.SelectMany(r => new[] { r + r, new string([.. (r + r).Reverse()]) })];

    /// <summary>Null when the password may be used; else what to do.</summary>
    /// <param name="own">Names of whose password it is: their own, the user name, the office's.</param>
    public static string? Fault(string password, IEnumerable<string?> own)
    {
        if (password.Length < Shortest) return TooShort;
        var readings = Readings(password);
        if (readings.Any(r => r.Length < Letters || CommonPasswords.Contains(r) || Rows.Any(row => row.Contains(r, StringComparison.Ordinal)))) return TooCommon;
        return IsOwn(readings[^1], own) ? OwnName : null;
    }

    /// <summary>
    /// What guessers make of it: small, without diacritics and signs; digits off its ends; the digits within read as the letters they stand for; no digits at
    /// all. Of a repeated piece one. The last is that without digits.
    /// </summary>
    private static string[] Readings(string password)
    {
        var plain = TelexKeys.Together(Fold.Text(password.Length > Looked ? password[..Looked] : password));
        var signs = TelexKeys.Together(Fold.Text((password.Length > Looked ? password[..Looked] : password).Replace('@', 'a').Replace('$', 's')));
        var bare = WithoutEnds(plain);
        string[] readings = [bare, WithoutEnds(Once(plain)), Lettered(WithoutEnds(signs)), string.Concat(plain.Where(c => !char.IsDigit(c)))];
        return [.. readings, .. readings.Select(Once)];
    }

    private static string WithoutEnds(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && char.IsDigit(text[start])) start++;
        while (end > start && char.IsDigit(text[end - 1])) end--;
        return text[start..end];
    }

    private static string Lettered(string text) => string.Concat(text.Select(c => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', _ => c }));

    /// <summary>"abcabcab" is "abc".</summary>
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
            if (text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length))) return text[..length];
        return text;
    }

    /// <summary>Once one's own names are crossed out as well as can be, little is left.</summary>
    private static bool IsOwn(string letters, IEnumerable<string?> own)
    {
        var words = own.OfType<string>().SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        var left = new int[letters.Length + 1];
        for (var at = 1; at <= letters.Length; at++)
        {
            left[at] = left[at - 1] + 1;
            foreach (var word in words)
                if (word.Length <= at && left[at - word.Length] < left[at] && string.CompareOrdinal(letters, at - word.Length, word, 0, word.Length) == 0) left[at] = left[at - word.Length];
        }

        return left[^1] < OwnLetters && letters.Length - left[^1] >= Letters;
    }

    // "lan.anh" is typed as "lananh", too: the pieces suffice, in any order.
    private static IEnumerable<string> Words(string name) =>
        name.Split([' ', '.', '-', '_', '@'], StringSplitOptions.RemoveEmptyEntries).SelectMany(TelexKeys.Of).Select(w => string.Concat(w.Where(c => !char.IsDigit(c)))).Where(w => w.Length > 1);
}
