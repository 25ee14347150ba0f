using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Fees.Statements;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees.Days;

/// <summary>One day's money: what was booked, and what the bank's statement says came in.</summary>
/// <param name="Entries">Booked on the day, corrections of earlier days among them.</param>
/// <param name="Lines">Lines of the day, from confirmed statements.</param>
/// <param name="Codes">Numbers of the dossiers that the reader sees.</param>
internal sealed record DayOfFees(DateOnly Day, FeeDay? Closed, IReadOnlyList<FeePayment> Entries, IReadOnlyList<StatementLine> Lines, IReadOnlyDictionary<Guid, string> Codes)
{
    public long Of(PaymentMethod method) => Entries.Where(e => e.Method == method).Sum(e => e.Amount);

    public long Received(PaymentMethod method) => Entries.Where(e => e.Method == method && e.Kind != PaymentKind.Refunded).Sum(e => e.Amount);

    public long Refunded(PaymentMethod method) => -Entries.Where(e => e.Method == method && e.Kind == PaymentKind.Refunded).Sum(e => e.Amount);

    public long Bank => Lines.Sum(l => l.Amount);

    /// <summary>Money the bank shows and no dossier has.</summary>
    public IReadOnlyList<StatementLine> Unsolved => [.. Lines.Where(l => l.State == LineState.Open)];

    public long NotFees => Lines.Where(l => l.State == LineState.Dismissed).Sum(l => l.Amount);

    /// <summary>Transfers of the day itself, without corrections booked here for other days.</summary>
    public long OwnTransfers => Entries.Where(e => e is { Method: PaymentMethod.Transfer, LineId: not null, Corrects: null }).Sum(e => e.Amount);

    /// <summary>What the bank shows for the day less what was booked for it and what is no fee.</summary>
    public long Difference => Bank - NotFees - OwnTransfers;
}

/// <summary>Daily reconciliation: the desk records, the head of its unit or the leader closes the day; a closed day is changed by corrections only.</summary>
internal sealed class FeeReconciliation(DepartmentDb db, Work work, FeeRights rights, AuditTrail audit, TimeProvider time)
{
    public async Task<DayOfFees> ReadAsync(DateOnly day, Reader reader, CancellationToken ct)
    {
        var entries = await db.Set<FeePayment>().AsNoTracking().Where(p => p.Day == day).OrderBy(p => p.Id).ToListAsync(ct);
        var lines = await db.Set<StatementLine>().AsNoTracking().Where(l => l.Day == day && l.State != LineState.Waiting).OrderBy(l => l.Id).ToListAsync(ct);
        var ids = entries.Select(e => e.DossierId).Concat(lines.Select(l => l.DossierId).OfType<Guid>()).Distinct().ToList();
        var codes = await db.VisibleTo(reader).Where(m => ids.Contains(m.Id) && m.Number != null).ToDictionaryAsync(m => m.Id, m => m.Number!, ct);
        return new DayOfFees(day, await db.Set<FeeDay>().AsNoTracking().FirstOrDefaultAsync(d => d.Day == day, ct), entries, lines, codes);
    }

    public Task<Outcome<Done>> CloseAsync(DateOnly day, Reader by, string? note, CancellationToken ct) =>
        work.ActAsync<Done>(async c =>
        {
            if (await rights.ClosesAsync(by, c) is not { } role) return Problem.Forbidden("Khóa sổ ngày do người đứng đầu đơn vị có Bộ phận Một cửa hoặc lãnh đạo Sở làm.");
            if (day >= time.Today()) return Problem.WrongState("Chỉ khóa sổ ngày đã qua: tiền của hôm nay còn có thể vào.");
            var read = await ReadAsync(day, by, c);
            if (read.Closed is { } closed) return Problem.WrongState($"Ngày này {closed.ByName} đã khóa sổ lúc {Wording.Moment(closed.ClosedAt)}.");
            if (await db.Set<StatementLine>().AnyAsync(l => l.Day == day && l.State == LineState.Waiting, c)) return Problem.WrongState("Có sao kê của ngày này chưa xác nhận. Xác nhận hoặc bỏ sao kê đó trước.");
            if (read.Difference != 0 && string.IsNullOrWhiteSpace(note)) return Problem.Field("Note", $"Còn chênh lệch {Wording.Money(read.Difference)}: ghi vì sao vẫn khóa sổ.");
            var actor = by.As(role);
            db.Add(new FeeDay
            {
                Day = day, ClosedAt = Microseconds.Trim(time.GetUtcNow().UtcDateTime), ByName = actor.Name, Capacity = actor.Capacity,
                Cash = read.Of(PaymentMethod.Cash), Transfer = read.Of(PaymentMethod.Transfer), Online = read.Of(PaymentMethod.Online), Bank = read.Bank, Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            });
            await audit.WriteAsync("fee-day", Key(day), actor, new AuditNote("khoa-so-ngay", $"Khóa sổ thu phí ngày {Wording.Date(day)}: tiền mặt {Wording.Money(read.Of(PaymentMethod.Cash))}, chuyển khoản {Wording.Money(read.Of(PaymentMethod.Transfer))}, trực tuyến {Wording.Money(read.Of(PaymentMethod.Online))}, sao kê {Wording.Money(read.Bank)}", note), c);
            return Done.Yes;
        }, ct);

    /// <summary>Each day has its own chain in the trail.</summary>
    private static Guid Key(DateOnly day) => new(day.DayNumber, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
