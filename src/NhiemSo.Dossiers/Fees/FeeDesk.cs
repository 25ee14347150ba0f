using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees;

/// <summary>What the desk says of one fee: whether its case applies, and how many.</summary>
internal sealed record FeeChoice(bool? Applies, long? Quantity);

/// <summary>The official receipt (biên lai), issued elsewhere.</summary>
internal sealed record Receipt(string? Series, string? Number, string? Issuer);

/// <summary>What the desk does with the fees of a dossier. Each is one act with its line in the dossier's history.</summary>
internal sealed class FeeDesk(DepartmentDb db, FeeActs acts, FeeBook book, FeeDays days, Catalogue catalogue)
{
    /// <summary>Says which fees apply and counts them; what was settled before changes only with a reason.</summary>
    public Task<Outcome<Done>> DetermineAsync(Guid id, Reader by, IReadOnlyDictionary<Guid, FeeChoice> choices, string? reason, CancellationToken ct) =>
        acts.TakeAsync(id, by, async (at, c) =>
        {
            var fees = at.Fees ?? await book.MakeAsync(at.Dossier, catalogue.Version(at.Dossier.ProcedureVersion), c);
            if (fees is null) return Problem.WrongState("Thủ tục của hồ sơ này không có phí, lệ phí trong bộ quy tắc.");
            var changed = fees.Fees.Where(f => choices.TryGetValue(f.Id, out var said) && (said.Applies != f.Applies || said.Quantity != f.Quantity)).ToList();
            if (changed.Exists(f => f.State is FeeState.Exempt or FeeState.Refunded || f.FullAmount is not null)) return Problem.WrongState("Khoản đã miễn, giảm hoặc đã hoàn trả thì không tính lại được.");
            if (changed.Exists(f => f.State is not FeeState.Open and not FeeState.Unknown) && string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Ghi lý do tính lại khoản đã xác định.");
            foreach (var fee in changed)
            {
                var said = choices[fee.Id];
                if (said.Quantity is < 0 or > 1_000_000) return Problem.Field($"quantity-{fee.Id}", "Số lượng: nhập một số từ 0 đến 1.000.000.");
                (fee.Applies, fee.Quantity, fee.ByHand) = (fee.When is null ? null : said.Applies, fee.QuantityField is null ? null : said.Quantity, true);
                fee.Count();
            }

            fees.Settle();
            return new AuditNote("tinh-phi", FeeWords.Computed(fees), reason);
        }, ct);

    /// <summary>Cash taken at the desk: exactly what is left, so that the page's figure and the drawer agree.</summary>
    public Task<Outcome<Done>> CashAsync(Guid id, Reader by, long shown, Receipt receipt, CancellationToken ct) =>
        acts.TakeAsync(id, by, async (at, c) =>
        {
            if (at.Fees is not { } fees || fees.Sheet.Left <= 0) return Problem.WrongState("Hồ sơ này không còn khoản nào phải thu.");
            if (shown != fees.Sheet.Left) return Problem.Conflict($"Số phải thu vừa đổi thành {Wording.Money(fees.Sheet.Left)}. Xem lại rồi ghi.");
            if (string.IsNullOrWhiteSpace(receipt.Number)) return Problem.Field("ReceiptNumber", "Ghi số biên lai đã lập cho khoản thu này.");
            var booked = await days.BookAsync(Vietnam.Day(at.Now), c);
            fees.Add(db, new FeePayment
            {
                DossierId = id, Kind = PaymentKind.Received, Method = PaymentMethod.Cash, Amount = shown, Day = booked.Day, Corrects = booked.Corrects, At = at.Now, ByName = at.Actor.Name,
                ReceiptSeries = receipt.Series, ReceiptNumber = receipt.Number, ReceiptIssuer = receipt.Issuer,
            });
            return new AuditNote("thu-tien-mat", $"Thu tiền mặt {Wording.Money(shown)}, biên lai {receipt.Series} số {receipt.Number}");
        }, ct);

    /// <summary>The receipt of money that came by transfer or online is known later.</summary>
    public Task<Outcome<Done>> ReceiptAsync(Guid id, Reader by, Guid paymentId, Receipt receipt, CancellationToken ct) =>
        acts.TakeAsync(id, by, (at, _) =>
        {
            if (at.Fees?.Payments.Find(p => p.Id == paymentId && p.Kind == PaymentKind.Received) is not { } payment) return Said(Problem.NotFound());
            if (payment.ReceiptNumber is not null) return Said(Problem.WrongState($"Khoản này đã ghi biên lai số {payment.ReceiptNumber}. Nếu ghi sai, hủy khoản thu rồi ghi lại."));
            if (string.IsNullOrWhiteSpace(receipt.Number)) return Said(Problem.Field("ReceiptNumber", "Ghi số biên lai đã lập cho khoản thu này."));
            (payment.ReceiptSeries, payment.ReceiptNumber, payment.ReceiptIssuer) = (receipt.Series, receipt.Number, receipt.Issuer);
            return Said(new AuditNote("ghi-bien-lai", $"Ghi biên lai {receipt.Series} số {receipt.Number} cho khoản thu {Wording.Money(payment.Amount)}"));
        }, ct);

    /// <summary>Waived, or lowered to <paramref name="remaining"/>, by a paper that says so.</summary>
    public Task<Outcome<Done>> ExemptAsync(Guid id, Reader by, Guid feeId, long remaining, string? reason, string? document, CancellationToken ct) =>
        acts.TakeAsync(id, by, (at, _) =>
        {
            if (at.Fees?.Fees.Find(f => f.Id == feeId) is not { } fee) return Said(Problem.NotFound());
            if (fee is not { State: FeeState.Due or FeeState.Paid, Amount: { } amount, FullAmount: null }) return Said(Problem.WrongState("Chỉ miễn, giảm được khoản đã tính xong và chưa miễn, giảm lần nào."));
            if (remaining < 0 || remaining >= amount) return Said(Problem.Field("Remaining", $"Số còn phải nộp phải từ 0 đến dưới {Wording.Money(amount)}."));
            if (string.IsNullOrWhiteSpace(reason)) return Said(Problem.Field("Reason", "Ghi lý do miễn, giảm."));
            if (string.IsNullOrWhiteSpace(document)) return Said(Problem.Field("Document", "Ghi số, ngày của văn bản làm căn cứ."));
            (fee.FullAmount, fee.Amount, fee.State, fee.ExemptReason, fee.ExemptDocument) = (amount, remaining, remaining == 0 ? FeeState.Exempt : FeeState.Due, reason, document);
            at.Fees.Settle();
            return Said(new AuditNote("mien-giam-phi", remaining == 0 ? $"Miễn: {fee.What}, {Wording.Money(amount)}, theo {document}" : $"Giảm: {fee.What}, từ {Wording.Money(amount)} còn {Wording.Money(remaining)}, theo {document}", reason));
        }, ct);

    /// <summary>Gives back a fee that was paid, or what was paid too much (<paramref name="feeId"/> null).</summary>
    public Task<Outcome<Done>> RefundAsync(Guid id, Reader by, Guid? feeId, PaymentMethod method, string? reason, CancellationToken ct) =>
        acts.TakeAsync(id, by, async (at, c) =>
        {
            if (at.Fees is not { } fees) return Problem.NotFound();
            var fee = feeId is { } wanted ? fees.Fees.Find(f => f.Id == wanted && f.State == FeeState.Paid) : null;
            if (feeId is not null && fee is null) return Problem.WrongState("Khoản này chưa nộp hoặc đã hoàn trả.");
            var amount = fee?.Amount ?? Math.Max(0, -fees.Sheet.Left);
            if (amount == 0) return Problem.WrongState("Hồ sơ không có khoản nộp thừa.");
            if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Ghi lý do hoàn trả.");
            if (fee is not null) fee.State = FeeState.Refunded;
            var booked = await days.BookAsync(Vietnam.Day(at.Now), c);
            fees.Add(db, new FeePayment { DossierId = id, Kind = PaymentKind.Refunded, Method = method, Amount = -amount, Day = booked.Day, Corrects = booked.Corrects, At = at.Now, ByName = at.Actor.Name, Reason = reason });
            return new AuditNote("hoan-phi", $"Hoàn trả {Wording.Money(amount)} ({fee?.What ?? "phần nộp thừa"}) bằng {FeeWords.Of(method)}", reason);
        }, ct);

    private static Task<Outcome<AuditNote>> Said(Outcome<AuditNote> answer) => Task.FromResult(answer);
}
