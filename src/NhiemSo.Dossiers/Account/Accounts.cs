using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity.Passwords;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Account;

/// <summary>
/// Accounts of applicants. Signing up and signing in answer alike whether a number has an account or not, do the same work, and
/// are counted by address and by number.
/// </summary>
internal sealed class Accounts(DepartmentDb db, Work work, AuditTrail audit, Tries tries, Lookup lookup, PhoneProofs proofs, PasswordCheck passwords, TimeProvider time)
{
    public const int TriesAnHour = 10;

    private const string Subject = "applicant-account";

    private static readonly PasswordHasher<ApplicantAccount> Hasher = new();

    /// <summary>Verified where there is no account: the answer takes as long.</summary>
    private static readonly ApplicantAccount Nobody = new() { Phone = "", PasswordHash = Hasher.HashPassword(null!, Guid.NewGuid().ToString()), Stamp = Guid.Empty, At = default };

    /// <summary>
    /// Where a message reaches the number, sends it a code: with it <see cref="ProvedAccounts"/> makes the account, or sets the password of the one
    /// that is there. Else makes the account at once, unless the number has one. Either way the answer doesn't tell which.
    /// </summary>
    /// <param name="forgotten">The password of an account is to be set anew: only a message can do that.</param>
    /// <returns>The token of the code that was sent; null when none was.</returns>
    public async Task<Outcome<string?>> SignUpAsync(string? phone, string? password, string? again, bool forgotten, IPAddress? address, CancellationToken ct)
    {
        var read = Phone.Read(phone ?? "", "Phone");
        var faults = (read.Ok ? [] : read.Problem.Fields).Concat(passwords.Faults(password, again)).ToArray();
        if (faults.Length > 0) return Problem.Invalid("Sửa các mục sau.", faults);
        if (proofs.Reaches(read.Value!))
        {
            var sent = await proofs.SendAsync(read.Value!, Hasher.HashPassword(Nobody, password!), null, address, ct);
            return sent.Ok ? sent.Value : sent.Problem;
        }

        if (forgotten) return Problem.Field("Phone", "Tin nhắn không đến được số máy bàn. Mang giấy tờ đến Bộ phận Một cửa để gỡ tài khoản cũ rồi tạo lại.");
        var counted = await tries.CountAsync(TriesAnHour, TooMany, [Tries.Key("dang-ky", address)], ct);
        if (!counted.Ok) return counted.Problem;
        var hash = Hasher.HashPassword(Nobody, password!);
        var made = await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<ApplicantAccount>().AnyAsync(a => a.Phone == read.Value, c)) return Done.Yes;
            var account = new ApplicantAccount { Phone = read.Value!, PasswordHash = hash, Stamp = Guid.NewGuid(), At = Microseconds.Trim(time.UtcNow()) };
            db.Add(account);
            await NoteAsync(account, "tao-tai-khoan", "Tạo tài khoản người nộp", c);
            return Done.Yes;
        }, ct);
        return made.Ok ? (string?)null : made.Problem;
    }

    public async Task<Outcome<ApplicantAccount>> SignInAsync(string? phone, string? password, IPAddress? address, CancellationToken ct)
    {
        var read = Phone.Read(phone ?? "", "Phone");
        if (!read.Ok) return read.Problem;
        if (string.IsNullOrEmpty(password)) return Problem.Field("Password", "Nhập mật khẩu.");
        string[] keys = [Tries.Key("dang-nhap", address), Tries.Key("dang-nhap", read.Value)];
        var counted = await tries.CountAsync(TriesAnHour, TooMany, keys, ct);
        if (!counted.Ok) return counted.Problem;
        var account = await db.Set<ApplicantAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Phone == read.Value, ct);
        var right = Hasher.VerifyHashedPassword(account ?? Nobody, (account ?? Nobody).PasswordHash, password) != PasswordVerificationResult.Failed;
        if (account is null || !right) return Problem.Field("Password", "Số điện thoại hoặc mật khẩu không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.");
        await tries.TakeBackAsync(keys, ct);
        return account;
    }

    /// <summary>Brings a dossier into the account by its code and the last four digits of its telephone, as the look-up does.</summary>
    public async Task<Outcome<Done>> AddAsync(ApplicantAccount account, string? code, string? lastFour, IPAddress? address, CancellationToken ct)
    {
        var found = await lookup.FindAsync(code, lastFour, address, ct);
        return found.Ok ? await work.ActAsync<Done>(c => OwnAsync(account.Id, found.Value, AccountWay.Code, c), ct) : found.Problem;
    }

    /// <summary>Within an act: the dossier belongs to the account, too.</summary>
    public async Task<Outcome<Done>> OwnAsync(Guid accountId, Guid dossierId, AccountWay way, CancellationToken ct)
    {
        if (await db.Set<ApplicantAccount>().FindAsync([accountId], ct) is not { } account || await db.Set<AccountDossier>().FindAsync([accountId, dossierId], ct) is not null) return Done.Yes;
        db.Add(new AccountDossier { AccountId = accountId, DossierId = dossierId, Way = way, At = Microseconds.Trim(time.UtcNow()) });
        await NoteAsync(account, "them-ho-so", $"Hồ sơ {(await db.Set<Dossier>().FindAsync([dossierId], ct))?.LookupCode} vào tài khoản, {AccountWords.Of(way)}", ct);
        return Done.Yes;
    }

    public async Task<Outcome<ApplicantAccount>> ChangePasswordAsync(ApplicantAccount of, string? current, string? password, string? again, CancellationToken ct)
    {
        if (await WrongAsync(of, current, "Current", ct) is { } wrong) return wrong;
        var faults = passwords.Faults(password, again);
        if (faults.Count > 0) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
        return await ChangeAsync(of, account => account.PasswordHash = Hasher.HashPassword(account, password!), "doi-mat-khau", "Đổi mật khẩu, đăng xuất mọi nơi khác", ct);
    }

    public Task<Outcome<ApplicantAccount>> SignOutEverywhereAsync(ApplicantAccount of, CancellationToken ct) => ChangeAsync(of, _ => { }, "dang-xuat-moi-noi", "Đăng xuất mọi nơi", ct);

    /// <summary>The account goes; dossiers and their codes stay as they are.</summary>
    public async Task<Outcome<Done>> DeleteAsync(ApplicantAccount of, string? password, CancellationToken ct)
    {
        if (await WrongAsync(of, password, "Delete", ct) is { } wrong) return wrong;
        return await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<ApplicantAccount>().FindAsync([of.Id], c) is not { } account) return Problem.NotFound();
            await RemoveAsync(account, c);
            await NoteAsync(account, "xoa-tai-khoan", "Xóa tài khoản người nộp; hồ sơ vẫn giữ", c);
            return Done.Yes;
        }, ct);
    }

    /// <summary>By the desk, for who came with their papers.</summary>
    public async Task<Outcome<Done>> RemoveByDeskAsync(string? phone, string? reason, Reader by, CancellationToken ct)
    {
        var read = Phone.Read(phone ?? "", "Phone");
        if (!read.Ok) return read.Problem;
        if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Ghi lý do và giấy tờ đã xem.");
        return await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<ApplicantAccount>().FirstOrDefaultAsync(a => a.Phone == read.Value, c) is not { } account) return Problem.Field("Phone", "Số này không có tài khoản người nộp. Kiểm tra lại số.");
            await RemoveAsync(account, c);
            await audit.WriteAsync(Subject, account.Id, by.As(Role.Desk), new AuditNote("go-tai-khoan", $"Một cửa gỡ tài khoản người nộp ({(account.ProvedAt is null ? "số chưa xác nhận" : "số đã xác nhận")} bằng tin nhắn); hồ sơ vẫn giữ", reason.Trim()), c);
            return Done.Yes;
        }, ct);
    }

    /// <summary>Within an act: the account goes, dossiers and drafts stay.</summary>
    public async Task RemoveAsync(ApplicantAccount account, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<AccountDossier>().Where(d => d.AccountId == account.Id).ToListAsync(ct));
        foreach (var draft in await db.Set<ApplicationDraft>().Where(d => d.AccountId == account.Id).ToListAsync(ct)) (draft.AccountId, draft.SealedToken) = (null, null);
        db.Remove(account);
    }

    private const string TooMany = "Trong giờ này đã thử nhiều lần, từ mạng bạn đang dùng hoặc với số này. Đợi sang giờ sau rồi thử lại.";

    /// <summary>The password of the account that is open; guesses from a browser left open count like those of the sign-in.</summary>
    public async Task<Problem?> WrongAsync(ApplicantAccount account, string? password, string field, CancellationToken ct)
    {
        string[] keys = [Tries.Key("dang-nhap", account.Phone)];
        if (await tries.CountAsync(TriesAnHour, TooMany, keys, ct) is { Ok: false } counted) return counted.Problem;
        if (Hasher.VerifyHashedPassword(account, account.PasswordHash, password ?? "") == PasswordVerificationResult.Failed) return Problem.Field(field, "Mật khẩu đang dùng không đúng. Nhập lại.");
        await tries.TakeBackAsync(keys, ct);
        return null;
    }

    /// <summary>Within an act: another password; every sign-in ends.</summary>
    public static void SetPassword(ApplicantAccount account, string password) => (account.PasswordHash, account.Stamp, account.Version) = (Hasher.HashPassword(account, password), Guid.NewGuid(), account.Version + 1);

    private Task<Outcome<ApplicantAccount>> ChangeAsync(ApplicantAccount of, Action<ApplicantAccount> change, string act, string text, CancellationToken ct) => work.ActAsync<ApplicantAccount>(async c =>
    {
        if (await db.Set<ApplicantAccount>().FindAsync([of.Id], c) is not { } account) return Problem.NotFound();
        change(account);
        account.Stamp = Guid.NewGuid();
        account.Version++;
        await NoteAsync(account, act, text, c);
        return account;
    }, ct);

    /// <summary>Within an act: a line in the account's trail.</summary>
    public Task<AuditEntry> NoteAsync(ApplicantAccount account, string act, string text, CancellationToken ct) => audit.WriteAsync(Subject, account.Id, Actor.Applicant, new AuditNote(act, text), ct);
}
