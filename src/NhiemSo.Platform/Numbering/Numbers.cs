using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Telemetry;

namespace NhiemSo.Platform.Numbering;

/// <summary>The last number drawn of a book in a period: one row per book and year, or per receiving desk and day.</summary>
public sealed class Counter
{
    public required string Book { get; init; }

    public required string Period { get; init; }

    public required int Last { get; set; }
}

public enum NumberState
{
    Reserved,
    Issued,
    Voided,
}

/// <summary>What became of each number: reserved for signing, issued, or voided with its reason. Never reused.</summary>
public sealed class NumberUse
{
    public required string Book { get; init; }

    public required string Period { get; init; }

    public required int Number { get; init; }

    public required Guid MatterId { get; init; }

    public required NumberState State { get; set; }

    public required DateTime At { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Why it was voided.</summary>
    public string? Reason { get; set; }
}

/// <summary>
/// Numbers without duplicate or silent gap. Draw last in the act: the row stays locked until the transaction ends,
/// and a rollback gives the number back.
/// </summary>
public sealed class Numbers(DepartmentDb db, Work work, TimeProvider time)
{
    /// <summary>The next number of the book in the period, from 1.</summary>
    public async Task<int> DrawAsync(string book, string period, CancellationToken ct)
    {
        var drawn = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO pf_counter (book, period, last) VALUES ({book}, {period}, 1)
             ON CONFLICT (book, period) DO UPDATE SET last = pf_counter.last + 1 RETURNING last AS "Value"
             """).ToListAsync(ct);
        work.OnSaved(() => OfficeTelemetry.Number(book));
        return drawn[0];
    }

    /// <summary>Draws a number and keeps what becomes of it.</summary>
    public async Task<NumberUse> ReserveAsync(string book, string period, Guid matterId, CancellationToken ct)
    {
        var number = await DrawAsync(book, period, ct);
        var use = new NumberUse { Book = book, Period = period, Number = number, MatterId = matterId, State = NumberState.Reserved, At = Microseconds.Trim(time.GetUtcNow().UtcDateTime) };
        db.Add(use);
        return use;
    }

    /// <summary>Ends a reservation: issued, or voided with the reason the book shows.</summary>
    public async Task EndAsync(string book, string period, int number, NumberState state, string? reason, CancellationToken ct)
    {
        var use = await db.Set<NumberUse>().FirstAsync(u => u.Book == book && u.Period == period && u.Number == number, ct);
        if (use.State != NumberState.Reserved) throw new InvalidOperationException($"Số {number} của {book}/{period} đã {use.State}.");
        (use.State, use.Reason, use.EndedAt) = (state, reason, Microseconds.Trim(time.GetUtcNow().UtcDateTime));
    }
}
