using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Account;

/// <param name="State">In the applicant's words.</param>
/// <param name="HasResult">There is a file to download.</param>
internal sealed record OwnDossier(Guid Id, string Title, string Code, string ApplicantName, string State, DateTime SubmittedAt, MatterChip? Chip, bool HasResult);

/// <param name="Address">Null when it can't be opened any more.</param>
internal sealed record OwnDraft(string Title, DateTime UpdatedAt, DateOnly KeptUntil, string? Address);

/// <summary>What an account holds: its dossiers and what is still being written.</summary>
internal sealed class OwnDossiers(DepartmentDb db, RuleShelf rules, MatterChips chips, Catalogue catalogue, DraftTokens tokens, TimeProvider time)
{
    public const int PageSize = 20;

    public async Task<IReadOnlyList<OwnDossier>> ReadAsync(Guid accountId, Guid? after, CancellationToken ct)
    {
        var query = from o in db.Set<AccountDossier>()
                    join d in db.Set<Dossier>() on o.DossierId equals d.Id
                    join m in db.Set<Matter>() on d.Id equals m.Id
                    where o.AccountId == accountId && (after == null || m.Id < after)
                    orderby m.Id descending
                    select new { m, d.LookupCode, d.ApplicantName, d.SubmittedAt, Has = d.ReturnBy == "online" && (d.ReceivedFileId != null || (d.ResultDocumentId != null && (m.Group == StateGroup.Done || m.Closed != null))) };
        var found = await query.Take(PageSize + 1).AsNoTracking().ToListAsync(ct);
        return [.. found.Select(x => new OwnDossier(x.m.Id, x.m.Title, x.m.Number ?? x.LookupCode, x.ApplicantName, rules.Version<ProcessDefinition>(x.m.ProcessVersion).State(x.m.State)!.Citizen, x.SubmittedAt, chips.Of(x.m), x.Has))];
    }

    public Task<bool> HoldsAsync(Guid accountId, Guid dossierId, CancellationToken ct) => db.Set<AccountDossier>().AnyAsync(o => o.AccountId == accountId && o.DossierId == dossierId, ct);

    public async Task<IReadOnlyList<OwnDraft>> DraftsAsync(Guid accountId, CancellationToken ct)
    {
        var drafts = await db.Set<ApplicationDraft>().AsNoTracking().Where(d => d.AccountId == accountId && d.DossierId == null).OrderByDescending(d => d.UpdatedAt).Take(PageSize).ToListAsync(ct);
        return [.. drafts.Select(d => new OwnDraft(catalogue.Find(d.Procedure, time.Today())?.Procedure.Name ?? catalogue.Version(d.ProcedureVersion).Name, d.UpdatedAt, Vietnam.Day(d.UpdatedAt + Drafts.Kept), tokens.Open(d.SealedToken) is { } token ? $"/nop-ho-so/{token}/0" : null))];
    }
}
