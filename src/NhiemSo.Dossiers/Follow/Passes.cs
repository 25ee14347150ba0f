using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace NhiemSo.Dossiers.Follow;

/// <summary>
/// Proof that somebody is the applicant of one dossier: a sealed, time-limited value in the address right after submission,
/// a sealed cookie after a look-up. Neither can be guessed from a code or an id.
/// </summary>
internal sealed class Passes(IDataProtectionProvider protection)
{
    /// <summary>How long a pass is good.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromHours(2);

    private const string Cookie = "nhiemso-ho-so";

    private readonly ITimeLimitedDataProtector acknowledgements = protection.CreateProtector("dossier.acknowledgement").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector lookups = protection.CreateProtector("dossier.lookup").ToTimeLimitedDataProtector();

    public string Acknowledge(Guid dossierId) => acknowledgements.Protect(dossierId.ToString("N"), Lasting);

    public Guid? Acknowledged(string? text) => Open(acknowledgements, text);

    public void Admit(HttpContext http, Guid dossierId) => http.Response.Cookies.Append(
        Cookie, lookups.Protect(dossierId.ToString("N"), Lasting), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/", Secure = http.Request.IsHttps });

    /// <summary>The dossier this browser was admitted to.</summary>
    public Guid? Admitted(HttpContext http) => Open(lookups, http.Request.Cookies[Cookie]);

    private static Guid? Open(ITimeLimitedDataProtector protector, string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return Guid.ParseExact(protector.Unprotect(text), "N");
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
