using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees;

/// <summary>A fee act being done, inside its transaction.</summary>
/// <param name="Fees">Null when none were computed yet.</param>
internal sealed record FeeScope(Matter Matter, Dossier Dossier, FeesOf? Fees, Actor Actor, DateTime Now);

/// <summary>Takes acts on the fees of a dossier: who sees the dossier and works at the desk may; each leaves its line in the history.</summary>
internal sealed class FeeActs(DepartmentDb db, Work work, FeeBook book, AuditTrail audit, TimeProvider time)
{
    public static readonly Problem NotTheDesk = Problem.Forbidden("Phí, lệ phí do Bộ phận Một cửa ghi.");

    public Task<Outcome<Done>> TakeAsync(Guid id, Reader by, Func<FeeScope, CancellationToken, Task<Outcome<AuditNote>>> act, CancellationToken ct) =>
        work.ActAsync<Done>(async c =>
        {
            if (await db.VisibleTo(by).FirstOrDefaultAsync(m => m.Id == id && m.Kind == DossiersRoom.Kind, c) is not { } matter) return Problem.NotFound();
            if (!by.Has(Role.Desk)) return NotTheDesk;
            var dossier = await db.Set<Dossier>().FirstAsync(d => d.Id == id, c);
            if (dossier.AcceptedAt is null) return Problem.WrongState("Hồ sơ chưa được tiếp nhận nên chưa tính phí, lệ phí.");
            var scope = new FeeScope(matter, dossier, await book.FindAsync(id, c), by.As(Role.Desk), Microseconds.Trim(time.GetUtcNow().UtcDateTime));
            var note = await act(scope, c);
            if (!note.Ok) return note.Problem;
            await audit.WriteAsync("matter", id, scope.Actor, note.Value, c);
            await book.ChangedAsync(id, scope.Now, c);
            return Done.Yes;
        }, ct);
}
