using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>The applicant's own complaints of one kind, with their answers and the way to write one.</summary>
/// <param name="Invitation">Null: none can be written now.</param>
internal sealed record OwnComplaints(string Title, IReadOnlyList<FeedbackItem> Items, string? Invitation, string Button, string Href);

/// <summary>For the applicant: complaints about this dossier with their answers, and the way to complain while it is late.</summary>
internal sealed class LatenessPanel(DepartmentDb db, FeedbackDesk desk) : IStatusPanel
{
    private const string Invitation = "Hồ sơ đã quá hạn. Bạn có thể phản ánh; phản ánh được gửi đến người chịu trách nhiệm và phải được trả lời.";

    public int Order => 10;

    public async Task<StatusPanel?> OfAsync(Matter matter, Dossier dossier, CancellationToken ct)
    {
        var items = await db.OwnAsync(matter.Id, FeedbackAbout.Lateness, ct);
        var may = desk.IsLate(matter) && items.All(f => f.AnsweredAt is not null);
        return may || items.Count > 0 ? new StatusPanel("/Feedback/_OwnComplaints.cshtml", new OwnComplaints("Phản ánh hồ sơ chậm", items, may ? Invitation : null, "Phản ánh hồ sơ chậm", "/ho-so-cua-toi/phan-anh")) : null;
    }
}

/// <summary>The same about how civil servants behaved, whatever the dossier's state.</summary>
internal sealed class ConductPanel(DepartmentDb db) : IStatusPanel
{
    private const string Invitation = "Bạn không hài lòng về thái độ của người làm việc với bạn? Phản ánh được gửi đến lãnh đạo Sở hoặc trưởng đơn vị và phải được trả lời; người bị phản ánh không được tự trả lời.";

    public int Order => 30;

    public async Task<StatusPanel?> OfAsync(Matter matter, Dossier dossier, CancellationToken ct)
    {
        var items = await db.OwnAsync(matter.Id, FeedbackAbout.Conduct, ct);
        return new StatusPanel("/Feedback/_OwnComplaints.cshtml", new OwnComplaints("Phản ánh thái độ", items, items.All(f => f.AnsweredAt is not null) ? Invitation : null, "Phản ánh thái độ", "/ho-so-cua-toi/phan-anh-thai-do"));
    }
}

/// <summary>For staff who may answer: what the applicant complained of.</summary>
internal sealed class ComplaintPanel(DepartmentDb db) : IDossierPanel
{
    public int Order => 20;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct) =>
        await db.FeedbackOf(reader).AsNoTracking().Where(f => f.DossierId == facts.Matter.Id).OrderByDescending(f => f.Id).ToListAsync(ct) is { Count: > 0 } items
            ? new DossierPanel("/Feedback/_Complaints.cshtml", items)
            : null;
}

internal static class OwnComplaintsQuery
{
    /// <summary>The latest first.</summary>
    public static Task<List<FeedbackItem>> OwnAsync(this DepartmentDb db, Guid dossierId, FeedbackAbout about, CancellationToken ct) =>
        db.Set<FeedbackItem>().AsNoTracking().Where(f => f.DossierId == dossierId && f.About == about).OrderByDescending(f => f.Id).ToListAsync(ct);
}
