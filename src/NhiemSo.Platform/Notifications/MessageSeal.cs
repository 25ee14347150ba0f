using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NhiemSo.Platform.Notifications;

/// <summary>
/// Codes and links that open something must not lie readable in the database, where their message waits to be sent: the text is sealed with the
/// keys of the cookies, which lie there only encrypted, and emptied once it is out.
/// </summary>
public sealed class MessageSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("sms.text");

    public string Close(string text) => protector.Protect(text);

    /// <summary>Null when the keys are others by now, as after a restore without them.</summary>
    public string? Open(string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
