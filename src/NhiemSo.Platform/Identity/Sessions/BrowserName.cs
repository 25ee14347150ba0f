namespace NhiemSo.Platform.Identity.Sessions;

/// <summary>A browser in words that its user knows it by. Only a hint: what a browser says of itself is its own affair.</summary>
internal static class BrowserName
{
    // Chromium's relatives all say Chrome and Safari, too: the particular before the general.
    private static readonly (string Sign, string Name)[] Browsers = [("coc_coc", "Cốc Cốc"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems = [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser} trên {system}",
        ({ } one, null) => one,
        (null, { } one) => one,
        _ => "Không rõ trình duyệt",
    };

    private static string? Find((string Sign, string Name)[] known, string? userAgent) =>
        known.Where(k => userAgent?.Contains(k.Sign, StringComparison.OrdinalIgnoreCase) is true).Select(k => k.Name).FirstOrDefault();
}
