using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>
/// Codes must not lie readable in the database, where their message waits to be sent: the text of a message that belongs to no matter is
/// sealed with the keys of the cookies, which lie there only encrypted, and emptied once it is out.
/// </summary>
public sealed class SmsSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("sms.text");

    public string Close(string text) => protector.Protect(text);

    /// <exception cref="SmsRefusedException">The keys are others by now, as after a restore without them.</exception>
    public string Open(string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            throw new SmsRefusedException("Không mở được tin đã niêm phong vì khóa của máy chủ đã đổi; người nhận cần xin mã mới.");
        }
    }
}
