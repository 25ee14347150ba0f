using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Apply;

/// <summary>Applications being written: saved at every step, found again by the token in the applicant's address.</summary>
internal sealed class Drafts(DepartmentDb db, Work work, Catalogue catalogue, DraftTokens tokens, TimeProvider time)
{
    /// <summary>How long a draft waits for its next step.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Begins an application; answers the token, which is kept nowhere but in the address and, sealed, for the account's own list.</summary>
    public async Task<Outcome<string>> BeginAsync(string procedure, Guid? accountId, CancellationToken ct)
    {
        if (catalogue.Find(procedure, time.Today()) is not { } offered) return Problem.NotFound("Không có thủ tục này. Tìm thủ tục trên trang chủ.");
        if (!offered.Online) return Problem.WrongState("Thủ tục này chưa nộp trực tuyến được. Bạn có thể nộp tại Bộ phận Tiếp nhận và Trả kết quả.");
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        return await work.ActAsync<string>(_ =>
        {
            db.Add(new ApplicationDraft
            {
                TokenHash = Hash(token), Procedure = procedure, ProcedureVersion = offered.Book.Hash, Data = "{}", Files = "{}",
                UpdatedAt = Microseconds.Trim(time.UtcNow()), AccountId = accountId, SealedToken = accountId is null ? null : tokens.Seal(token),
            });
            return Task.FromResult<Outcome<string>>(token);
        }, ct);
    }

    /// <summary>The draft behind a token; null when there is none or it was handed in.</summary>
    public Task<ApplicationDraft?> FindAsync(string token, CancellationToken ct)
    {
        var hash = Hash(token);
        return db.Set<ApplicationDraft>().FirstOrDefaultAsync(d => d.TokenHash == hash && d.DossierId == null, ct);
    }

    /// <summary>Keeps what was typed, valid or not: nothing typed is lost.</summary>
    public async Task<Outcome<Done>> SaveAsync(string token, IReadOnlyDictionary<string, string> typed, CancellationToken ct) =>
        await work.ActAsync<Done>(async c =>
        {
            if (await FindAsync(token, c) is not { } draft) return Problem.NotFound();
            var data = Json.Texts(draft.Data);
            foreach (var (key, value) in typed) data[key] = value;
            draft.Data = Json.Write(data);
            Touch(draft);
            return Done.Yes;
        }, ct);

    /// <summary>The dossier a draft became; null while it is being written.</summary>
    public Task<Guid?> HandedInAsync(string token, CancellationToken ct)
    {
        var hash = Hash(token);
        return db.Set<ApplicationDraft>().Where(d => d.TokenHash == hash).Select(d => d.DossierId).FirstOrDefaultAsync(ct);
    }

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    internal void Touch(ApplicationDraft draft)
    {
        draft.UpdatedAt = Microseconds.Trim(time.UtcNow());
        draft.Version++;
    }
}
