using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.HouseTests.Audit;

/// <summary>Writes and verifies trails, and tampers with them as somebody with the database's password would.</summary>
internal static class Trail
{
    public static Task<Outcome<AuditEntry>> WriteAsync(this Office office, string subject, Guid id, string text, params Change[] changes) =>
        office.ActAsync<AuditEntry>(async (services, ct) =>
            await services.GetRequiredService<AuditTrail>().WriteAsync(subject, id, Samples.Actor, new AuditNote("thu", text, "Theo yêu cầu", changes), ct));

    public static Task<AuditReport> VerifyAsync(this Office office) => office.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None));

    public static Task<IReadOnlyList<int>> CheckpointAsync(this Office office) => office.AskAsync((Checkpoints c) => c.TakeAsync(CancellationToken.None));

    public static Task<int> SqlAsync(this Office office, FormattableString sql) => office.AskAsync((DepartmentDb db) => db.Database.ExecuteSqlAsync(sql));

    public static Task<List<AuditEntry>> EntriesAsync(this Office office) => office.AskAsync((DepartmentDb db) =>
        db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Subject).ThenBy(e => e.SubjectId).ThenBy(e => e.Position).ToListAsync());

    /// <summary>The entry again with other values, its hash recomputed unless kept.</summary>
    public static AuditEntry Forged(AuditEntry e, string text, string previous, long? position = null, Guid? id = null)
    {
        AuditEntry With(string hash) => new()
        {
            Id = id ?? e.Id, Subject = e.Subject, SubjectId = e.SubjectId, Position = position ?? e.Position, At = e.At, ActorId = e.ActorId, ActorName = e.ActorName,
            Capacity = e.Capacity, Act = e.Act, Text = text, Reason = e.Reason, Body = e.Body, Previous = previous, Hash = hash,
        };
        return With(AuditTrail.HashOf(With("")));
    }
}
