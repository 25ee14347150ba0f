using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Account;

/// <summary>
/// Sends a code to a telephone and takes it back. Nothing here looks at accounts, so no answer, and no time it takes, tells whether a
/// number has one. The code belongs to the browser that asked for it: one that somebody else asked for opens nothing here.
/// </summary>
internal sealed class PhoneProofs(DepartmentDb db, Work work, ISmsSender sms, Tries tries, RuleShelf rules, IDataProtectionProvider protection, TimeProvider time)
{
    public const int CodesAnHour = 3, CodesAnHourFromOneAddress = 10, TriesOfACode = 5;

    public static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);

    public static readonly Problem Over = Problem.WrongState("Mã này đã dùng rồi hoặc đã quá mười phút. Xin mã mới.");

    private const string TooManyCodes = "Trong giờ này đã nhắn mã nhiều lần, đến số này hoặc từ mạng bạn đang dùng. Đợi sang giờ sau rồi xin mã.";

    private static readonly PasswordHasher<PhoneProof> Hasher = new();

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("account.proof").ToTimeLimitedDataProtector();

    /// <summary>There is a gateway, and the number is a mobile telephone's.</summary>
    public bool Reaches(string phone) => sms.Offered && Phone.IsMobile(phone);

    public bool Offered => sms.Offered;

    /// <summary>Sends a code; answers the token with which the browser gives it back.</summary>
    /// <param name="phone">One that a message <see cref="Reaches"/>.</param>
    /// <param name="passwordHash">The password that the code is to set; null when only the number is to be proved.</param>
    public async Task<Outcome<string>> SendAsync(string phone, string? passwordHash, Guid? accountId, IPAddress? address, CancellationToken ct)
    {
        foreach (var (most, key) in new[] { (CodesAnHourFromOneAddress, Tries.Key("nhan-ma", address)), (CodesAnHour, Tries.Key("nhan-ma", phone)) })
            if (await tries.CountAsync(most, TooManyCodes, [key], ct) is { Ok: false } counted) return counted.Problem;
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var now = Microseconds.Trim(time.UtcNow());
        var proof = new PhoneProof { Phone = phone, CodeHash = "", PasswordHash = passwordHash, AccountId = accountId, ExpiresAt = now + Lasting };
        proof.CodeHash = Hasher.HashPassword(proof, code);
        var until = Wording.Time(TimeOnly.FromDateTime(Vietnam.Local(proof.ExpiresAt).DateTime));
        var text = $"{rules.Today.All<OfficeRule>()[0].Name}: mã {code}, dùng đến {until} để xác nhận số điện thoại. Không đưa mã cho ai; không phải bạn yêu cầu thì bỏ qua tin này.";
        var sent = await work.ActAsync<Done>(async c =>
        {
            await db.Set<PhoneProof>().Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(c);
            db.Add(proof);
            await sms.QueueAsync($"proof:{proof.Id:N}", phone, text, null, c);
            return Done.Yes;
        }, ct);
        return sent.Ok ? protector.Protect(proof.Id.ToString("N"), Lasting) : sent.Problem;
    }

    /// <summary>What a token stands for, as long as its code may be entered; null after that.</summary>
    public async Task<PhoneProof?> FindAsync(string? token, CancellationToken ct)
    {
        var now = time.UtcNow();
        return Open(token) is { } id ? await db.Set<PhoneProof>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ExpiresAt >= now, ct) : null;
    }

    /// <summary>Takes a code. The try is counted before it is judged, in an act of its own: of guesses sent at once no more than five are looked at.</summary>
    public async Task<Outcome<PhoneProof>> TakeAsync(string? token, string? code, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } proof) return Over;
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (typed.Length != 6) return Problem.Field("Code", "Nhập sáu chữ số trong tin nhắn.");
        var counted = await work.ActAsync<int>(async c =>
        {
            if (await db.Set<PhoneProof>().FindAsync([proof.Id], c) is not { } tried) return Over;
            if (tried.Tries >= TriesOfACode) return Problem.TooMany("Đã nhập sai năm lần nên mã này không dùng được nữa. Xin mã mới.");
            tried.Version++;
            return ++tried.Tries;
        }, ct);
        if (!counted.Ok) return counted.Problem;
        if (Hasher.VerifyHashedPassword(proof, proof.CodeHash, typed) != PasswordVerificationResult.Failed) return proof;
        var left = TriesOfACode - counted.Value;
        return Problem.Field("Code", left > 0 ? $"Mã không đúng. So lại với tin nhắn mới nhất; còn {left} lần nhập." : "Mã không đúng và đã hết năm lần nhập. Xin mã mới.");
    }

    /// <summary>Within the act that the code allows: it is used up. False when another act was first.</summary>
    public async Task<bool> UseAsync(Guid proofId, CancellationToken ct)
    {
        if (await db.Set<PhoneProof>().FindAsync([proofId], ct) is not { } proof) return false;
        db.Remove(proof);
        return true;
    }

    private Guid? Open(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try
        {
            return Guid.ParseExact(protector.Unprotect(token), "N");
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
