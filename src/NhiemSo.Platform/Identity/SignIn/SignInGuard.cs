using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.SignIn;

/// <summary>
/// Counts wrong passwords and codes so that nobody guesses and nobody is locked out by somebody else's guessing: a browser that signed in to
/// the account before has tries of its own, all others share the account's, and each address has its own
/// (OWASP, <see href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies"/>).
/// </summary>
internal sealed class SignInGuard(Tries tries, IDataProtectionProvider protection, IHttpContextAccessor http)
{
    /// <summary>Wrong tries within an hour.</summary>
    public const int OfABrowser = 10, OfOthers = 10, OfAnAddress = 60;

    public const string Cookie = "nhiemso-may";

    /// <summary>A shared desk's browser knows so many accounts; the one not used longest is forgotten.</summary>
    private const int Accounts = 20;

    private const string TooMany = "Trong giờ này đã sai nhiều lần. Đợi sang giờ sau, hoặc đăng nhập trên máy bạn vẫn dùng, hoặc nhờ quản trị viên của Sở.";

    private static readonly TimeSpan Lasting = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("sign-in.browser").ToTimeLimitedDataProtector();

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Signing in happens in a request.");

    /// <summary>Counts a try before it is judged. Answers what <see cref="TakeBackAsync"/> takes back when it was right.</summary>
    /// <param name="what"><c>mat-khau</c> or <c>ma</c>: one doesn't use up the other's tries.</param>
    /// <param name="userName">As typed, also one that nobody has: both are counted alike.</param>
    public async Task<Outcome<IReadOnlyList<string>>> CountAsync(string what, string userName, CancellationToken ct)
    {
        var name = userName.ToUpperInvariant();
        var address = Tries.Key("can-bo-" + what, Context.Connection.RemoteIpAddress);
        var known = Read() is var (browser, accounts) && accounts.Contains(name, StringComparer.Ordinal);
        var account = known ? Tries.Key($"can-bo-{what}-may", $"{browser}:{name}") : Tries.Key($"can-bo-{what}-la", name);
        foreach (var (most, key) in new[] { (OfAnAddress, address), (known ? OfABrowser : OfOthers, account) })
            if (await tries.CountAsync(most, TooMany, [key], ct) is { Ok: false } counted) return counted.Problem;
        return Outcome.Of<IReadOnlyList<string>>([address, account]);
    }

    public Task TakeBackAsync(IReadOnlyList<string> keys, CancellationToken ct) => tries.TakeBackAsync(keys, ct);

    /// <summary>Signing in is complete: from now on this browser has its own tries for the account.</summary>
    public void Know(string userName)
    {
        var (browser, accounts) = Read();
        var name = userName.ToUpperInvariant();
        string[] names = [name, .. accounts.Where(a => !string.Equals(a, name, StringComparison.Ordinal)).Take(Accounts - 1)];
        Context.Response.Cookies.Append(Cookie, protector.Protect(string.Join('\n', [browser, .. names]), Lasting), new CookieOptions
        {
            HttpOnly = true, Secure = Context.Request.IsHttps, SameSite = SameSiteMode.Strict, MaxAge = Lasting, Path = "/dang-nhap", IsEssential = true,
        });
    }

    private (string Browser, IReadOnlyList<string> Accounts) Read()
    {
        try
        {
            if (Context.Request.Cookies[Cookie] is { } value && protector.Unprotect(value).Split('\n') is [var browser, .. var accounts]) return (browser, accounts);
        }
        catch (CryptographicException)
        {
            // Not ours, too old, or sealed with keys that are gone: an unknown browser.
        }

        return (Guid.CreateVersion7().ToString("N"), []);
    }
}
