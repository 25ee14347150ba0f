using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NhiemSo.Dossiers.Account;

/// <summary>Seals the address of a draft for the account that began it: the list of drafts must lead back to it, and the database alone must not.</summary>
internal sealed class DraftTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("draft.token");

    public string Seal(string token) => protector.Protect(token);

    public string? Open(string? sealedToken)
    {
        if (sealedToken is null) return null;
        try
        {
            return protector.Unprotect(sealedToken);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
