using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Audit;

/// <summary>The trail of one subject as pages show it.</summary>
public static class AuditTimeline
{
    /// <summary>How many entries a page shows at the most.</summary>
    private const int Shown = 200;

    /// <summary>Newest first; whoever asks has to have found the subject visible before.</summary>
    public static Task<List<AuditEntry>> TrailAsync(this DepartmentDb db, string subject, Guid id, CancellationToken ct) =>
        db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == subject && e.SubjectId == id).OrderByDescending(e => e.Position).Take(Shown).ToListAsync(ct);

    /// <summary>What was done and why; when and by whom.</summary>
    public static TimelineEvent Line(this AuditEntry e, EventTime time = EventTime.Past) =>
        new(e.Text + (e.Reason is null ? "" : $": {e.Reason}"), $"{Vietnam.Local(e.At):dd/MM/yyyy, HH:mm} · {e.ActorName}, {e.Capacity}", time);
}
