using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Fees.Days;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Fees;

/// <summary>The day in whose reconciliation an entry counts.</summary>
/// <param name="Corrects">The day it belongs to, when that one is closed.</param>
internal sealed record BookedDay(DateOnly Day, DateOnly? Corrects);

/// <summary>A closed day takes no entry any more: what belongs to it is booked today, as a correction. Today itself is never closed.</summary>
internal sealed class FeeDays(DepartmentDb db, TimeProvider time)
{
    public async Task<BookedDay> BookAsync(DateOnly day, CancellationToken ct) =>
        await IsClosedAsync(day, ct) ? new BookedDay(time.Today(), day) : new BookedDay(day, null);

    public Task<bool> IsClosedAsync(DateOnly day, CancellationToken ct) => db.Set<FeeDay>().AnyAsync(d => d.Day == day, ct);
}
