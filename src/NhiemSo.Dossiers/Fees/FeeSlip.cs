using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees;

/// <summary>
/// Confirms one payment on paper, amount in words. It names the official receipt, which is issued elsewhere, and is none itself
/// (biên lai: issued by who collects, in a numbering of its own).
/// </summary>
internal sealed class FeeSlip(DepartmentDb db, FeeBook book, Catalogue catalogue, RuleShelf rules)
{
    public const string Template = "phieu-xac-nhan-nop-phi";

    /// <summary>The caller has asked whether the dossier may be seen.</summary>
    public async Task<Outcome<Paper>> PaperAsync(Guid dossierId, Guid paymentId, CancellationToken ct)
    {
        if (await book.FindAsync(dossierId, ct) is not { } fees || fees.Payments.Find(p => p.Id == paymentId && p.Kind == PaymentKind.Received) is not { } payment) return Problem.NotFound();
        if (fees.IsReversed(payment)) return Problem.NotFound("Khoản này đã hủy nên không có phiếu xác nhận.");
        var dossier = await db.Set<Dossier>().AsNoTracking().FirstAsync(d => d.Id == dossierId, ct);
        var number = await db.Set<Matter>().Where(m => m.Id == dossierId).Select(m => m.Number).FirstAsync(ct);
        var day = Vietnam.Day(payment.At);
        var office = rules.At(day).All<OfficeRule>()[0];
        var values = new PaperValues()
            .Set("co_quan_ban_hanh", office.Name.ToUpperInvariant()).Set("bo_phan_mot_cua", office.Desk.ToUpperInvariant()).Set("dia_danh_ngay", PaperWords.DateLine(office.Place, day, day.Year))
            .Set("ma_ho_so", number ?? fees.Sheet.Reference).Set("ten_thu_tuc", catalogue.Version(dossier.ProcedureVersion).Name).Set("nguoi_nop", dossier.ApplicantName)
            .Set("khoan", fees.Fees.Where(f => f.State is FeeState.Due or FeeState.Paid or FeeState.Refunded).Select((f, i) => new PaperValues()
                .Set("thu_tu", $"{i + 1}").Set("ten", f.What).Set("cach_tinh", FeeWords.Count(f)).Set("thanh_tien", FeeWords.Amount(f))))
            .Set("so_tien", Wording.Money(payment.Amount)).Set("bang_chu", MoneyWords.Of(payment.Amount))
            .Set("cach_nop", Wording.Capital(FeeWords.Of(payment.Method))).Set("ngay_nop", Wording.Date(payment.Corrects ?? payment.Day)).Set("ma_nop", fees.Sheet.Reference)
            .Set("bien_lai", payment.ReceiptNumber is null ? "chưa ghi số; cơ quan thu lập và giao riêng"
                : $"{(payment.ReceiptSeries is { Length: > 0 } series ? $"ký hiệu {series}, " : "")}số {payment.ReceiptNumber}, do {payment.ReceiptIssuer ?? office.Name} lập")
            .Set("nguoi_ghi", payment.ByName);
        return rules.At(day).Get<PaperTemplate>(Template).Fill(values);
    }
}
