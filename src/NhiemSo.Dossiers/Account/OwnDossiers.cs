using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Account;

/// <param name="State">In the applicant's words.</param>
/// <param name="HasResult">There is a file that may be downloaded now.</param>
/// <param name="Due">What the applicant has to pay, in đồng; 0: nothing.</param>
/// <param name="How">How it came into the account, in words; null when that wasn't kept.</param>
internal sealed record OwnDossier(Guid Id, string Title, string Code, string ApplicantName, PublicState State, DateTime SubmittedAt, MatterChip? Chip, bool HasResult, long Due, string? How);

/// <param name="Address">Null when it can't be opened any more.</param>
internal sealed record OwnDraft(string Title, DateTime UpdatedAt, DateOnly KeptUntil, string? Address);

/// <summary>What an account holds: its dossiers and what is still being written.</summary>
internal sealed class OwnDossiers(DepartmentDb db, RuleShelf rules, MatterChips chips, FeeBook fees, Catalogue catalogue, DraftTokens tokens, TimeProvider time)
{
    public const int PageSize = 20;

    public async Task<IReadOnlyList<OwnDossier>> ReadAsync(Guid accountId, Guid? after, CancellationToken ct)
    {
        var query = from o in db.Set<AccountDossier>()
                    join d in db.Set<Dossier>() on o.DossierId equals d.Id
                    join m in db.Set<Matter>() on d.Id equals m.Id
                    where o.AccountId == accountId && (after == null || m.Id < after)
                    orderby m.Id descending
                    select new { m, d, o.Way, Has = d.ReturnBy == "online" && (d.ReceivedFileId != null || (d.ResultDocumentId != null && (m.Group == StateGroup.Done || m.Closed != null))) };
        var found = await query.Take(PageSize + 1).AsNoTracking().ToListAsync(ct);
        var sheets = await fees.SheetsAsync([.. found.Select(x => x.d.Id)], ct);
        return [.. found.Select(x =>
        {
            var sheet = sheets.GetValueOrDefault(x.d.Id);
            var state = PublicState.Of(rules.Version<ProcessDefinition>(x.m.ProcessVersion), x.m, x.d, sheet);
            return new OwnDossier(x.d.Id, x.m.Title, x.m.Number ?? x.d.LookupCode, x.d.ApplicantName, state, x.d.SubmittedAt, chips.Of(x.m), x.Has && state.Held is null, x.m.Closed is not null && x.d.ReturnedAt is null ? 0 : Math.Max(0, sheet?.Left ?? 0), AccountWords.Of(x.Way));
        })];
    }

    public Task<bool> HoldsAsync(Guid accountId, Guid dossierId, CancellationToken ct) => db.Set<AccountDossier>().AnyAsync(o => o.AccountId == accountId && o.DossierId == dossierId, ct);

    public async Task<IReadOnlyList<OwnDraft>> DraftsAsync(Guid accountId, CancellationToken ct)
    {
        var drafts = await db.Set<ApplicationDraft>().AsNoTracking().Where(d => d.AccountId == accountId && d.DossierId == null).OrderByDescending(d => d.UpdatedAt).Take(PageSize).ToListAsync(ct);
        return [.. drafts.Select(d => new OwnDraft(catalogue.Find(d.Procedure, time.Today())?.Procedure.Name ?? catalogue.Version(d.ProcedureVersion).Name, d.UpdatedAt, Vietnam.Day(d.UpdatedAt + Drafts.Kept), tokens.Open(d.SealedToken) is { } token ? $"/nop-ho-so/{token}/0" : null))];
    }
}
