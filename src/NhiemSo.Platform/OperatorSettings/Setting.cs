using System.Globalization;

namespace NhiemSo.Platform.OperatorSettings;

/// <summary>
/// A setting of the operator's file or environment, as its room declares it. The start compares what is set with it and refuses, in words, what
/// isn't allowed or isn't a setting at all.
/// </summary>
/// <param name="Key">E.g. <c>SignIn:IdleMinutes</c>; ending in <c>:*</c> when any name may follow.</param>
/// <param name="Allowed">What it takes, in Vietnamese, to follow "chỉ nhận".</param>
/// <param name="Fits">Whether a value that isn't empty is allowed.</param>
public sealed record Setting(string Key, string Allowed, Func<string, bool> Fits)
{
    /// <summary>Never printed.</summary>
    public bool Secret { get; init; }

    public bool Covers(string key) => Key.EndsWith(":*", StringComparison.Ordinal)
        ? key.Length > Key.Length - 1 && key.StartsWith(Key[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(key, Key, StringComparison.OrdinalIgnoreCase);

    public static Setting Text(string key, bool secret = false) => new(key, "một dòng chữ", _ => true) { Secret = secret };

    public static Setting Whole(string key, int least, int most) => new(key, $"một số nguyên từ {least} đến {most}",
        v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most);

    public static Setting OneOf(string key, params string[] values) => new(key, string.Join(" hoặc ", values), v => values.Contains(v, StringComparer.Ordinal));

    public static Setting YesNo(string key) => new(key, "true hoặc false", v => bool.TryParse(v, out _));

    public static Setting WebAddress(string key) => new(key, "một địa chỉ http:// hoặc https:// đầy đủ",
        v => Uri.TryCreate(v, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");

    public static Setting ExistingFile(string key) => new(key, "đường dẫn của một tệp có thật mà chương trình đọc được", File.Exists);
}

/// <summary>Settings that are given all together or not at all.</summary>
public sealed record SettingsTogether(params string[] Keys);
