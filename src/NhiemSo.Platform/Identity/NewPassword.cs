using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity;

/// <summary>Passwords that somebody sets: the rule in words, and the one-time password that must be changed.</summary>
internal static class NewPassword
{
    /// <summary>Claim of an account whose password was given by somebody else; it opens nothing but the page that changes it.</summary>
    public const string MustChange = "must-change-password";

    public static Claim MustChangeClaim { get; } = new(MustChange, "1");

    /// <summary>Sixteen letters and digits without those that look alike.</summary>
    public static string OneTime() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);

    /// <summary>Faults at the inputs <c>Password</c> and <c>Again</c>.</summary>
    public static async Task<IReadOnlyList<FieldFault>> FaultsAsync(UserManager<Account> users, Account account, string? password, string? again)
    {
        if (string.IsNullOrEmpty(password)) return [new("Password", "Nhập mật khẩu.")];
        foreach (var validator in users.PasswordValidators)
            if (!(await validator.ValidateAsync(users, account, password)).Succeeded) return [new("Password", $"Mật khẩu cần từ {users.Options.Password.RequiredLength} ký tự trở lên; một câu ngắn dễ nhớ là tốt nhất.")];
        return password == again ? [] : [new("Again", "Hai lần nhập mật khẩu không giống nhau. Nhập lại.")];
    }
}
