using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace NhiemSo.Platform.Identity;

/// <summary>The one-time password of a new account, which must be changed.</summary>
internal static class NewPassword
{
    /// <summary>Claim of an account whose password was given by somebody else; it opens nothing but the page that changes it.</summary>
    public const string MustChange = "must-change-password";

    public static Claim MustChangeClaim { get; } = new(MustChange, "1");

    /// <summary>Sixteen letters and digits without those that look alike.</summary>
    public static string OneTime() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);

    /// <summary>Makes the account with a one-time password. The rule for passwords that people choose isn't asked: chance may break it, and is no worse for that.</summary>
    public static Task<IdentityResult> CreateAsync(UserManager<Account> users, Account account, string password)
    {
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        return users.CreateAsync(account);
    }
}
