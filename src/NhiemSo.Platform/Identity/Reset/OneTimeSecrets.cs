using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Identity.Reset;

/// <summary>Makes links and codes that are good once, and takes them back.</summary>
public sealed class OneTimeSecrets(DepartmentDb db, TimeProvider time)
{
    public static readonly TimeSpan LinkLasting = TimeSpan.FromMinutes(30), CodeLasting = TimeSpan.FromHours(24);

    /// <summary>Within an act; the secret is answered this once. A new code takes the place of the one before.</summary>
    /// <param name="value">What it confirms.</param>
    public async Task<string> MakeInActAsync(Guid accountId, SecretUse use, CancellationToken ct, string? value = null)
    {
        var byHand = use == SecretUse.StaffCode;
        var now = Microseconds.Trim(time.UtcNow());
        await db.Set<OneTimeSecret>().Where(s => s.ExpiresAt < now || (byHand && s.AccountId == accountId && s.Use == use)).ExecuteDeleteAsync(ct);
        var secret = byHand ? NewPassword.OneTime() : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.Add(new OneTimeSecret { AccountId = accountId, Use = use, Hash = Hash(secret, use), Value = value, ExpiresAt = now + (byHand ? CodeLasting : LinkLasting) });
        return byHand ? string.Join('-', secret.Chunk(4).Select(c => new string(c))) : secret;
    }

    /// <summary>Null when it is unknown, used or too old.</summary>
    /// <param name="typed">A code may be typed in capitals and without its dashes.</param>
    public async Task<OneTimeSecret?> FindAsync(string? typed, SecretUse use, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var hash = Hash(use == SecretUse.StaffCode ? string.Concat(typed.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)) : typed, use);
        var now = time.UtcNow();
        return await db.Set<OneTimeSecret>().AsNoTracking().FirstOrDefaultAsync(s => s.Hash == hash && s.Use == use && s.ExpiresAt >= now, ct);
    }

    /// <summary>Within the act that it allows: it is used up, and with it all that were made for the account. False when another act was first.</summary>
    public async Task<bool> UseInActAsync(OneTimeSecret secret, CancellationToken ct)
    {
        if (await db.Set<OneTimeSecret>().Where(s => s.Id == secret.Id).ExecuteDeleteAsync(ct) == 0) return false;
        await db.Set<OneTimeSecret>().Where(s => s.AccountId == secret.AccountId).ExecuteDeleteAsync(ct);
        return true;
    }

    /// <summary>Within an act: none of an account's secrets of one use is good any more.</summary>
    public Task VoidInActAsync(Guid accountId, SecretUse use, CancellationToken ct) => db.Set<OneTimeSecret>().Where(s => s.AccountId == accountId && s.Use == use).ExecuteDeleteAsync(ct);

    private static string Hash(string secret, SecretUse use) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{use}:{secret}")));
}
