using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Model;
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
internal sealed class NationalView(DepartmentDb db, NationalFeed feed, IDocumentOffice documents, MatterFiles files, PublicAddress address, Work work, AuditTrail audit)
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
        var dossier = await (from s in Own(program) join d in db.Set<Dossier>() on s.DossierId equals d.Id where s.ExternalId == externalId select new { d.Id, d.ResultDocumentId, d.ReceivedFileId }).FirstOrDefaultAsync(ct);
        if (dossier is null) return Missing(externalId);
        var ours = dossier.ResultDocumentId is { } id && await documents.FindAsync(id, ct) is { IssuedAt: not null } document ? document.FileId : null;
        if ((ours ?? dossier.ReceivedFileId) is not { } fileId) return Problem.NotFound("Hồ sơ này chưa có kết quả.");
        var told = await work.ActAsync<Done>(async c =>
        {
            await audit.WriteAsync("matter", dossier.Id, new Actor(null, program.Name, "ứng dụng kết nối"), new AuditNote("tai-ket-qua", $"{program.Name} tải kết quả"), c);
            return Done.Yes;
        }, ct);
        return told.Ok ? await files.OpenAsync(fileId, Readers.ApplicantOf(dossier.Id), ct) : told.Problem;
    }

    private IQueryable<NationalSubmission> Own(CallingProgram program) => db.Set<NationalSubmission>().AsNoTracking().Where(s => s.ClientId == program.Id);

    private static Problem Missing(string externalId) => Problem.NotFound($"Không có hồ sơ nào mang mã {externalId} do ứng dụng này gửi.");

    /// <summary>Where submissions stand now, by dossier: three queries for however many.</summary>
    private async Task<Dictionary<Guid, SubmissionAnswer>> StandingAsync(IQueryable<NationalSubmission> which, CancellationToken ct)
    {
        var rows = await (from s in which join d in db.Set<Dossier>() on s.DossierId equals d.Id join m in db.Set<Matter>() on d.Id equals m.Id select new { s.ExternalId, Dossier = d, Matter = m }).AsNoTracking().ToListAsync(ct);
        var tokens = await documents.TokensAsync([.. rows.Select(r => r.Dossier.ResultDocumentId).OfType<Guid>()], ct);
        return rows.ToDictionary(r => r.Dossier.Id, r =>
        {
            var status = feed.StatusOf(r.Matter)!;
            var token = r.Dossier.ResultDocumentId is { } id ? tokens.GetValueOrDefault(id) : null;
            return new SubmissionAnswer(
                r.ExternalId, r.Dossier.Procedure, r.Dossier.LookupCode, r.Matter.Number, Vietnam.Local(r.Dossier.SubmittedAt), new StatusAnswer(status.Id, status.Name), Local(r.Dossier.Appointment),
                new ResultAnswer(token is not null || r.Dossier.ReceivedFileId is not null, token is null ? null : address.Of($"/xac-minh/{token}")));
        });
    }

    private static DateTimeOffset? Local(DateTime? at) => at is { } moment ? Vietnam.Local(moment) : null;
}
