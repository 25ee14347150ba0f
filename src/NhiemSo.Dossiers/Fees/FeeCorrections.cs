using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Fees.Statements;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees;

/// <summary>Takes back a receipt that was wrongly recorded, by an entry against it; what was booked stays to be seen.</summary>
internal sealed class FeeCorrections(DepartmentDb db, FeeActs acts, FeeDays days)
{
    public Task<Outcome<Done>> ReverseAsync(Guid id, Reader by, Guid paymentId, string? reason, CancellationToken ct) =>
        acts.TakeAsync(id, by, async (at, c) =>
        {
            if (at.Fees is not { } fees || fees.Payments.Find(p => p.Id == paymentId && p.Kind == PaymentKind.Received) is not { } payment) return Problem.NotFound();
            if (fees.IsReversed(payment)) return Problem.WrongState("Khoản này đã hủy rồi.");
            if (fees.Received < payment.Amount) return Problem.WrongState("Tiền của khoản này đã hoàn trả nên không hủy được.");
            if (payment.Method == PaymentMethod.Online) return Problem.WrongState("Khoản nộp trực tuyến do cổng thanh toán xác nhận nên không hủy được; nếu thu nhầm thì hoàn trả.");
            if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Ghi lý do hủy khoản đã ghi.");
            var booked = await days.BookAsync(payment.Day, c);
            fees.Add(db, new FeePayment
            {
                DossierId = id, Kind = PaymentKind.Reversed, Method = payment.Method, Amount = -payment.Amount, Day = booked.Day, Corrects = booked.Corrects ?? payment.Corrects, At = at.Now, ByName = at.Actor.Name,
                Reason = reason, OfId = payment.Id, LineId = payment.LineId,
            });
            // The money is there all the same: its line waits for the dossier it was meant for.
            if (payment.LineId is { } lineId && await db.Set<StatementLine>().FirstOrDefaultAsync(l => l.Id == lineId, c) is { } line)
                (line.State, line.DossierId, line.Reason, line.Version) = (LineState.Open, null, null, line.Version + 1);
            return new AuditNote("huy-khoan-thu", $"Hủy khoản đã ghi: {FeeWords.Of(payment.Method)} {Wording.Money(payment.Amount)}{(booked.Corrects is { } day ? $", bút toán điều chỉnh cho ngày {Wording.Date(day)}" : "")}", reason);
        }, ct);
}
