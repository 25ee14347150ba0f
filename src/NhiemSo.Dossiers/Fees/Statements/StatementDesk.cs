using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>What a person does with imported lines: confirm the matches, throw the import away, solve one by hand.</summary>
internal sealed class StatementDesk(DepartmentDb db, Work work, FeeBook book, FeeDays days, Matches matches, AuditTrail audit, TimeProvider time)
{
    /// <summary>Records what matches exactly, in one act; the rest is left to be solved by hand. Answers how many were recorded.</summary>
    public Task<Outcome<int>> ConfirmAsync(Guid statementId, Reader by, CancellationToken ct) =>
        work.ActAsync<int>(async c =>
        {
            var waiting = await WaitingAsync(statementId, by, c);
            if (!waiting.Ok) return waiting.Problem;
            var statement = waiting.Value;
            var lines = await db.Set<StatementLine>().Where(l => l.StatementId == statementId).OrderBy(l => l.Row).ToListAsync(c);
            var recorded = 0;
            foreach (var match in await matches.OfAsync(lines, c))
            {
                match.Line.Version++;
                if (match.Verdict != Verdict.Exact)
                {
                    match.Line.State = LineState.Open;
                    continue;
                }

                var paid = await RecordAsync(match.Line, match.Dossier!.Value, by, null, c);
                if (!paid.Ok) return paid.Problem;
                recorded++;
            }

            (statement.ConfirmedAt, statement.ConfirmedBy) = (Now, by.Name);
            await audit.WriteAsync("statement", statementId, by.As(Role.Desk), new AuditNote("xac-nhan-sao-ke", $"Xác nhận sao kê: ghi {recorded} khoản, còn {lines.Count - recorded} dòng giải quyết bằng tay"), c);
            return recorded;
        }, ct);

    /// <summary>A wrong file: its lines go as if they had never come.</summary>
    public Task<Outcome<Done>> DiscardAsync(Guid statementId, Reader by, CancellationToken ct) =>
        work.ActAsync<Done>(async c =>
        {
            var waiting = await WaitingAsync(statementId, by, c);
            if (!waiting.Ok) return waiting.Problem;
            db.RemoveRange(await db.Set<StatementLine>().Where(l => l.StatementId == statementId).ToListAsync(c));
            db.Remove(waiting.Value);
            await audit.WriteAsync("statement", statementId, by.As(Role.Desk), new AuditNote("bo-sao-ke", $"Bỏ sao kê {waiting.Value.FileName}, chưa ghi khoản nào"), c);
            return Done.Yes;
        }, ct);

    /// <summary>Gives an open line to the dossier with this reference or number.</summary>
    public Task<Outcome<Guid>> AssignAsync(Guid lineId, Reader by, string? code, string? reason, CancellationToken ct) =>
        work.ActAsync<Guid>(async c =>
        {
            var open = await OpenAsync(lineId, by, c);
            if (!open.Ok) return open.Problem;
            if (string.IsNullOrWhiteSpace(code)) return Problem.Field("Code", "Ghi mã nộp tiền hoặc mã hồ sơ.");
            if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Ghi vì sao tiền này là của hồ sơ đó.");
            if (await DossierAsync(code.Trim(), by, c) is not { } dossier) return Problem.Field("Code", "Không có hồ sơ nào đã tính phí mang mã này.");
            var paid = await RecordAsync(open.Value, dossier, by, reason.Trim(), c);
            return paid.Ok ? dossier : paid.Problem;
        }, ct);

    /// <summary>The money isn't a fee.</summary>
    public Task<Outcome<Done>> DismissAsync(Guid lineId, Reader by, string? reason, CancellationToken ct) =>
        work.ActAsync<Done>(async c =>
        {
            var open = await OpenAsync(lineId, by, c);
            if (!open.Ok) return open.Problem;
            if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Why", "Ghi vì sao khoản này không phải phí, lệ phí.");
            var line = open.Value;
            (line.State, line.Reason, line.SolvedBy, line.SolvedAt, line.Version) = (LineState.Dismissed, reason.Trim(), by.Name, Now, line.Version + 1);
            await audit.WriteAsync("statement", line.StatementId, by.As(Role.Desk), new AuditNote("bo-dong-sao-ke", $"Dòng {line.Row}, {Wording.Money(line.Amount)}: không phải phí, lệ phí", line.Reason), c);
            return Done.Yes;
        }, ct);

    private DateTime Now => Microseconds.Trim(time.GetUtcNow().UtcDateTime);

    private async Task<Outcome<BankStatement>> WaitingAsync(Guid id, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Desk)) return FeeActs.NotTheDesk;
        if (await db.Set<BankStatement>().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } statement) return Problem.NotFound();
        return statement.ConfirmedAt is null ? statement : Problem.WrongState($"Sao kê này {statement.ConfirmedBy} đã xác nhận lúc {Wording.Moment(statement.ConfirmedAt.Value)}.");
    }

    private async Task<Outcome<StatementLine>> OpenAsync(Guid lineId, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Desk)) return FeeActs.NotTheDesk;
        if (await db.Set<StatementLine>().FirstOrDefaultAsync(l => l.Id == lineId, ct) is not { } line) return Problem.NotFound();
        return line.State == LineState.Open ? line : Problem.WrongState("Dòng này đã được giải quyết.");
    }

    private async Task<Guid?> DossierAsync(string code, Reader by, CancellationToken ct)
    {
        var reference = PaymentReference.In(code).FirstOrDefault();
        var visible = db.VisibleTo(by).Where(m => m.Kind == DossiersRoom.Kind);
        var sheets = reference is null ? db.Set<FeeSheet>().Where(s => visible.Any(m => m.Id == s.DossierId && m.Number == code)) : db.Set<FeeSheet>().Where(s => s.Reference == reference && visible.Any(m => m.Id == s.DossierId));
        return await sheets.Select(s => (Guid?)s.DossierId).FirstOrDefaultAsync(ct);
    }

    private async Task<Outcome<Done>> RecordAsync(StatementLine line, Guid dossierId, Reader by, string? reason, CancellationToken ct)
    {
        if (!await db.VisibleTo(by).AnyAsync(m => m.Id == dossierId, ct) || await book.FindAsync(dossierId, ct) is not { } fees) return Problem.NotFound();
        var booked = await days.BookAsync(line.Day, ct);
        fees.Add(db, new FeePayment
        {
            DossierId = dossierId, Kind = PaymentKind.Received, Method = PaymentMethod.Transfer, Amount = line.Amount, Day = booked.Day, Corrects = booked.Corrects, At = Now, ByName = by.Name, Reason = reason, LineId = line.Id,
        });
        (line.State, line.DossierId, line.Reason, line.SolvedBy, line.SolvedAt, line.Version) = (LineState.Recorded, dossierId, reason, by.Name, Now, line.Version + 1);
        await audit.WriteAsync("matter", dossierId, by.As(Role.Desk), new AuditNote("thu-chuyen-khoan", $"Nhận chuyển khoản {Wording.Money(line.Amount)} ngày {Wording.Date(line.Day)} theo sao kê", reason), ct);
        await book.ChangedAsync(dossierId, Now, ct);
        return Done.Yes;
    }
}
