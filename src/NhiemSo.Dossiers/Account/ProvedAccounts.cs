using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Account;

/// <summary>What a code that came back did.</summary>
internal enum ProofDone
{
    Made,
    PasswordSet,

    /// <summary>An account of this number was there that nobody had proved: a new one stands in its place.</summary>
    Replaced,
    NumberProved,
}

/// <summary>A dossier that states the account's number and isn't in the account.</summary>
internal sealed record DossierOfNumber(Guid Id, string Title, string Code, string ApplicantName, DateTime SubmittedAt);

/// <summary>What a proved number allows: the account made or its password set anew, and the dossiers that state the number.</summary>
internal sealed class ProvedAccounts(DepartmentDb db, Work work, Accounts accounts, PhoneProofs proofs, TimeProvider time)
{
    private const int Most = 50;

    public async Task<Outcome<(ApplicantAccount Account, ProofDone What)>> ConfirmAsync(string? token, string? code, CancellationToken ct)
    {
        var taken = await proofs.TakeAsync(token, code, ct);
        if (!taken.Ok) return taken.Problem;
        var proof = taken.Value;
        return await work.ActAsync<(ApplicantAccount, ProofDone)>(async c =>
        {
            if (!await proofs.UseAsync(proof.Id, c)) return PhoneProofs.Over;
            var known = await db.Set<ApplicantAccount>().FirstOrDefaultAsync(a => a.Phone == proof.Phone, c);
            if (proof.AccountId is { } own)
            {
                if (known?.Id != own) return PhoneProofs.Over;
                (known.ProvedAt, known.Version) = (Now, known.Version + 1);
                await accounts.NoteAsync(known, "xac-nhan-so", "Xác nhận số điện thoại bằng tin nhắn", c);
                return (known, ProofDone.NumberProved);
            }

            if (known is { ProvedAt: not null })
            {
                (known.PasswordHash, known.Stamp, known.Version) = (proof.PasswordHash!, Guid.NewGuid(), known.Version + 1);
                await accounts.NoteAsync(known, "dat-lai-mat-khau", "Đặt lại mật khẩu bằng mã nhắn đến số điện thoại, đăng xuất mọi nơi", c);
                return (known, ProofDone.PasswordSet);
            }

            // Whoever took the number first may be somebody else: what that account gathered isn't the number's owner's to see. As at the desk, it goes; no dossier does.
            if (known is not null)
            {
                await accounts.RemoveAsync(known, c);
                await accounts.NoteAsync(known, "thay-tai-khoan", "Chủ số điện thoại đã xác nhận bằng tin nhắn; tài khoản chưa xác nhận của số này được thay; hồ sơ vẫn giữ", c);
                await db.SaveChangesAsync(c);
            }

            var made = new ApplicantAccount { Phone = proof.Phone, PasswordHash = proof.PasswordHash!, Stamp = Guid.NewGuid(), At = Now, ProvedAt = Now };
            db.Add(made);
            await accounts.NoteAsync(made, "tao-tai-khoan", "Tạo tài khoản người nộp, số điện thoại đã xác nhận bằng tin nhắn", c);
            return (made, known is null ? ProofDone.Made : ProofDone.Replaced);
        }, ct);
    }

    /// <summary>Newest first; none as long as the number isn't proved. What the department opened itself nobody handed in.</summary>
    public async Task<IReadOnlyList<DossierOfNumber>> OfNumberAsync(ApplicantAccount account, CancellationToken ct) =>
        account.ProvedAt is null ? [] : await (from d in Stating(account)
                                               join m in db.Set<Matter>() on d.Id equals m.Id
                                               orderby d.Id descending
                                               select new DossierOfNumber(d.Id, m.Title, m.Number ?? d.LookupCode, d.ApplicantName, d.SubmittedAt)).Take(Most).ToListAsync(ct);

    /// <summary>Brings dossiers that state the number into the account, without their codes; others that were asked for are passed over.</summary>
    public async Task<Outcome<Done>> AddAsync(ApplicantAccount account, IReadOnlyList<Guid> wanted, CancellationToken ct)
    {
        if (account.ProvedAt is null) return Problem.Forbidden("Xác nhận số điện thoại bằng tin nhắn trước, hoặc thêm từng hồ sơ bằng mã.");
        if (wanted.Count == 0) return Problem.Field("Dossiers", "Chọn ít nhất một hồ sơ để thêm.");
        return await work.ActAsync<Done>(async c =>
        {
            foreach (var id in await Stating(account).Where(d => wanted.Contains(d.Id)).Select(d => d.Id).ToListAsync(c)) await accounts.OwnAsync(account.Id, id, AccountWay.Number, c);
            return Done.Yes;
        }, ct);
    }

    private DateTime Now => Microseconds.Trim(time.UtcNow());

    private IQueryable<Dossier> Stating(ApplicantAccount account) =>
        db.Set<Dossier>().Where(d => d.Phone == account.Phone && d.Channel != Channel.Office && !db.Set<AccountDossier>().Any(o => o.AccountId == account.Id && o.DossierId == d.Id));
}
