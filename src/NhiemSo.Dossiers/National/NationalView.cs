using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.National;

/// <summary>What a program may know: the submissions that it handed over, nothing of anyone else's.</summary>
internal sealed class NationalView(DepartmentDb db, NationalFeed feed, FeeBook fees, ResultRelease release, IDocumentOffice documents, PublicAddress address, Work work, AuditTrail audit)
{
    private const int PageSize = 100;

    public async Task<Outcome<SubmissionAnswer>> FindAsync(string externalId, CallingProgram program, CancellationToken ct)
    {
        var found = await StandingAsync(Own(program).Where(s => s.ExternalId == externalId), ct);
        return found.Values.FirstOrDefault() is { } answer ? answer : Missing(externalId);
    }

    /// <summary>The changes after a position, oldest first.</summary>
    public async Task<ChangesAnswer> ChangesAsync(long after, CallingProgram program, CancellationToken ct)
    {
        var page = await db.Set<NationalChange>().AsNoTracking().Where(c => c.ClientId == program.Id && c.Position > after).OrderBy(c => c.Position).Take(PageSize + 1).ToListAsync(ct);
        var shown = page.Take(PageSize).ToList();
        var ids = shown.Select(c => c.DossierId).Distinct().ToList();
        var now = await StandingAsync(Own(program).Where(s => ids.Contains(s.DossierId)), ct);
        return new ChangesAnswer(
            [.. shown.Select(c => new ChangeAnswer(c.Position, Vietnam.Local(c.At), new StatusAnswer(c.Status, c.StatusName), Local(c.Appointment), now[c.DossierId]))],
            shown.Count > 0 ? shown[^1].Position : after, page.Count > PageSize);
    }

    /// <summary>The issued result; each time it leaves the house, the dossier's trail says to whom.</summary>
    public async Task<Outcome<OpenFile>> ResultAsync(string externalId, CallingProgram program, CancellationToken ct)
    {
        if (await Own(program).Where(s => s.ExternalId == externalId).Select(s => (Guid?)s.DossierId).FirstOrDefaultAsync(ct) is not { } dossierId) return Missing(externalId);
        var opened = await release.OpenAsync(dossierId, ct);
        if (!opened.Ok) return opened.Problem;
        var told = await work.ActAsync<Done>(async c =>
        {
            await audit.WriteAsync("matter", dossierId, new Actor(null, program.Name, "ứng dụng kết nối"), new AuditNote("tai-ket-qua", $"{program.Name} tải kết quả"), c);
            return Done.Yes;
        }, ct);
        if (told.Ok) return opened;
        await opened.Value.Content.DisposeAsync();
        return told.Problem;
    }

    private IQueryable<NationalSubmission> Own(CallingProgram program) => db.Set<NationalSubmission>().AsNoTracking().Where(s => s.ClientId == program.Id);

    private static Problem Missing(string externalId) => Problem.NotFound($"Không có hồ sơ nào mang mã {externalId} do ứng dụng này gửi.");

    /// <summary>Where submissions stand now, by dossier: three queries for however many.</summary>
    private async Task<Dictionary<Guid, SubmissionAnswer>> StandingAsync(IQueryable<NationalSubmission> which, CancellationToken ct)
    {
        var rows = await (from s in which join d in db.Set<Dossier>() on s.DossierId equals d.Id join m in db.Set<Matter>() on d.Id equals m.Id select new { s.ExternalId, Dossier = d, Matter = m }).AsNoTracking().ToListAsync(ct);
        var sheets = await fees.SheetsAsync([.. rows.Select(r => r.Dossier.Id)], ct);
        var tokens = await documents.TokensAsync([.. rows.Select(r => r.Dossier.ResultDocumentId).OfType<Guid>()], ct);
        return rows.ToDictionary(r => r.Dossier.Id, r =>
        {
            var state = feed.StateOf(r.Matter, r.Dossier, sheets.GetValueOrDefault(r.Dossier.Id));
            var token = r.Dossier.ResultDocumentId is { } id ? tokens.GetValueOrDefault(id) : null;
            return new SubmissionAnswer(
                r.ExternalId, r.Dossier.Procedure, r.Dossier.LookupCode, r.Matter.Number, Vietnam.Local(r.Dossier.SubmittedAt), new StatusAnswer(state.Status!.Id, state.Status.Name), Local(r.Dossier.Appointment),
                new ResultAnswer(state.Held is null && (token is not null || r.Dossier.ReceivedFileId is not null), token is null ? null : address.Of($"/xac-minh/{token}")), state.MustPay ? state.Held!.Left : null);
        });
    }

    private static DateTimeOffset? Local(DateTime? at) => at is { } moment ? Vietnam.Local(moment) : null;
}
