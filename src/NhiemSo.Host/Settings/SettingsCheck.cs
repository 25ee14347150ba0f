using System.Text.Json;
using Npgsql;
using NhiemSo.Host.Serve;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.OperatorSettings;

namespace NhiemSo.Host.Settings;

/// <summary>Before the server listens: what is set and can't be meant, one sentence each: where, which key, what it is, what is allowed.</summary>
internal static class SettingsCheck
{
    public static IReadOnlyList<string> Faults(OfficeSettings settings, string urls)
    {
        List<string> faults = [.. Places(settings, urls)];
        IConfigurationRoot set;
        try
        {
            set = new ConfigurationBuilder().AddOfficeSettings(settings.Database.DataFolder).Build();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [.. faults, $"Không đọc được {Path.Combine(settings.Database.DataFolder, HostSettings.FileName)}: {Reason(e)}"];
        }

        var known = HostSettings.All;
        foreach (var (key, value) in set.AsEnumerable().OrderBy(s => s.Key, StringComparer.OrdinalIgnoreCase))
        {
            if (string.IsNullOrEmpty(value)) continue;
            var (fromFile, where) = Where(set, key);
            if (known.FirstOrDefault(k => k.Covers(key)) is not { } setting)
            {
                // A variable of one word may be another program's; one of a section we know is a slip of ours.
                if (fromFile || known.Any(k => key.StartsWith(k.Key.Split(':')[0] + ":", StringComparison.OrdinalIgnoreCase)))
                    faults.Add($"{where}: không có cài đặt “{key}”.{Meant(key, known)}");
            }
            else if (!setting.Fits(value))
            {
                faults.Add($"{where}: “{setting.Key}” là {(setting.Secret ? "một giá trị không in ra ở đây" : $"“{value}”")}, trong khi chỉ nhận {setting.Allowed}.");
            }
        }

        foreach (var group in HostSettings.Together)
        {
            var missing = group.Keys.Where(k => string.IsNullOrEmpty(set[k])).ToList();
            if (missing.Count > 0 && missing.Count < group.Keys.Length)
                faults.Add($"Thiếu “{string.Join("”, “", missing)}”: {string.Join(", ", group.Keys)} phải đặt đủ, hoặc bỏ hết.");
        }

        return faults;
    }

    /// <summary>What the command was told: addresses, database, folders.</summary>
    private static IEnumerable<string> Places(OfficeSettings settings, string urls)
    {
        foreach (var url in urls.Split(';'))
            if (!Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme != "http")
                yield return $"--urls: “{url}” không phải địa chỉ để nghe; chỉ nhận dạng http://127.0.0.1:5080 (TLS kết thúc ở máy chủ proxy), cách nhau bằng ';'.";
        if (!Directory.Exists(settings.RulesFolder)) yield return $"--rules: không có thư mục “{settings.RulesFolder}”; chỉ nhận thư mục rules đi cùng chương trình.";
        if (settings.Database.Engine == Engine.Postgres && !IsConnection(settings.Database.ConnectionString))
            yield return "--database: giá trị không đọc được (không in ra đây vì có mật khẩu); chỉ nhận dạng \"Host=...;Username=...;Password=...;Database=...\".";
    }

    private static (bool FromFile, string Where) Where(IConfigurationRoot set, string key)
    {
        var variable = HostSettings.Prefix + key.Replace(":", "__", StringComparison.Ordinal);
        return set.Providers.Last().TryGet(key, out _) ? (false, $"Biến môi trường {variable}") : (true, $"Tệp {HostSettings.FileName}");
    }

    private static string Meant(string key, IReadOnlyList<Setting> known)
    {
        var near = known.Select(k => (k.Key, Distance: Distance(k.Key.ToUpperInvariant(), key.ToUpperInvariant()))).MinBy(k => k.Distance);
        return near.Distance <= 3 ? $" Có lẽ là “{near.Key}”." : " Các cài đặt có ở docs/van-hanh.md.";
    }

    /// <summary>Letters to change, add or leave out (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private static string Reason(Exception e) => e.GetBaseException() is JsonException json ? $"JSON sai ở dòng {json.LineNumber + 1}." : e.GetBaseException().Message;

    private static bool IsConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
