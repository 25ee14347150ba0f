using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Succession.Withdraw;

/// <summary>A decision that was taken back, with what had been done to it.</summary>
internal sealed record Withdrawal(string What, IReadOnlyList<TimelineEvent> Trail);

/// <summary>The decisions taken back. Their rows are gone; their trail tells who arranged what, and why it was taken back.</summary>
internal sealed class Withdrawals(DepartmentDb db)
{
    private const int Shown = 10;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Withdrawal>> AllAsync(CancellationToken ct)
    {
        var acts = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == "mandate" && e.Act == WithdrawDesk.Act).OrderByDescending(e => e.Id).Take(Shown).ToListAsync(ct);
        var found = new List<Withdrawal>();
        foreach (var act in acts) found.Add(new Withdrawal(act.Text, [.. (await db.TrailAsync("mandate", act.SubjectId, ct)).Select(e => e.Line())]));
        return found;
    }
}
