using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees.Online;

/// <summary>Orders to pay online: begun by the applicant, ended by what the gateway says. The payer's return and the gateway's own notification may come in any order and more than once.</summary>
internal sealed class OnlinePayments(DepartmentDb db, Work work, FeeBook book, FeeDays days, Gateways gateways, AuditTrail audit, PublicAddress address, TimeProvider time)
{
    public const string Back = "/thanh-toan/ve", Notify = "/thanh-toan/thong-bao";

    /// <summary>Begins to pay what is left; answers the gateway's address.</summary>
    public async Task<Outcome<Uri>> BeginAsync(Guid dossierId, CancellationToken ct)
    {
        if (gateways.Current is not { } gateway) return Problem.WrongState("Sở chưa mở nộp trực tuyến. Nộp bằng chuyển khoản hoặc tại Bộ phận Một cửa.");
        var begun = await work.ActAsync<(OnlineOrder Order, string Reference)>(async c =>
        {
            if (await book.FindAsync(dossierId, c) is not { Sheet.Left: > 0 } fees) return Problem.WrongState("Hồ sơ không còn khoản nào phải nộp.");
            var order = new OnlineOrder { DossierId = dossierId, Gateway = gateway.Name, Amount = fees.Sheet.Left, At = Now };
            db.Add(order);
            await audit.WriteAsync("matter", dossierId, Actor.Applicant, new AuditNote("nop-truc-tuyen", $"Bắt đầu nộp trực tuyến {Wording.Money(order.Amount)} qua {gateway.Name}"), c);
            return (order, fees.Sheet.Reference);
        }, ct);
        return begun.Ok ? gateway.PageFor(begun.Value.Order, begun.Value.Reference, address.Of(Back), address.Of(Notify)) : begun.Problem;
    }

    /// <summary>Takes what the gateway says: recorded once, and only when it fits the order.</summary>
    public async Task<Outcome<OnlineOrder>> TakeAsync(IReadOnlyDictionary<string, string> said, CancellationToken ct)
    {
        if (gateways.Current is not { } gateway) return Problem.NotFound();
        var read = gateway.Read(said);
        return read.Ok ? await work.ActAsync(c => TakeAsync(gateway, read.Value, c), ct) : read.Problem;
    }

    /// <summary>Orders about which a person must do something.</summary>
    public Task<List<OnlineOrder>> RefusedAsync(Guid dossierId, CancellationToken ct) =>
        db.Set<OnlineOrder>().AsNoTracking().Where(o => o.DossierId == dossierId && o.Remark != null).OrderBy(o => o.Id).ToListAsync(ct);

    private DateTime Now => Microseconds.Trim(time.GetUtcNow().UtcDateTime);

    private async Task<Outcome<OnlineOrder>> TakeAsync(IPaymentGateway gateway, GatewaySays says, CancellationToken ct)
    {
        if (await db.Set<OnlineOrder>().FirstOrDefaultAsync(o => o.Id == says.Order && o.Gateway == gateway.Name, ct) is not { } order) return Problem.NotFound();
        if (order.Transaction == says.Transaction || (!says.Paid && order.State != OrderState.Started)) return order;
        order.Version++;
        order.AnsweredAt = Now;
        var fault = order.State == OrderState.Paid ? $"{gateway.Name} báo thêm giao dịch {says.Transaction} ({Wording.Money(says.Amount)}) cho đơn đã nộp"
            : says.Paid && says.Amount != order.Amount ? $"{gateway.Name} báo {Wording.Money(says.Amount)}, đơn là {Wording.Money(order.Amount)} (giao dịch {says.Transaction})" : null;
        if (fault is not null)
        {
            if (order.Remark == fault) return order;
            order.Remark = fault;
            if (order.State != OrderState.Paid) order.State = OrderState.Refused;
            await SayAsync(order, gateway, "nop-truc-tuyen-khong-khop", $"Không ghi nhận: {fault}", ct);
            return order;
        }

        (order.State, order.Transaction) = (says.Paid ? OrderState.Paid : OrderState.Failed, says.Paid ? says.Transaction : null);
        if (!says.Paid) return order;
        var booked = await days.BookAsync(Vietnam.Day(order.AnsweredAt.Value), ct);
        (await book.FindAsync(order.DossierId, ct))!.Add(db, new FeePayment
        {
            DossierId = order.DossierId, Kind = PaymentKind.Received, Method = PaymentMethod.Online, Amount = says.Amount, Day = booked.Day, Corrects = booked.Corrects, At = order.AnsweredAt.Value, ByName = gateway.Name,
            Transaction = $"{gateway.Name}:{says.Transaction}",
        });
        await book.ChangedAsync(order.DossierId, order.AnsweredAt.Value, ct);
        await SayAsync(order, gateway, "thu-truc-tuyen", $"Nộp trực tuyến {Wording.Money(says.Amount)} qua {gateway.Name}, giao dịch {says.Transaction}", ct);
        return order;
    }

    private Task<AuditEntry> SayAsync(OnlineOrder order, IPaymentGateway gateway, string act, string text, CancellationToken ct) =>
        audit.WriteAsync("matter", order.DossierId, Actor.System with { Capacity = $"theo tin có chữ ký của {gateway.Name}" }, new AuditNote(act, text), ct);
}
