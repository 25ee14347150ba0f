using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees;

/// <summary>How fees and payments are said.</summary>
internal static class FeeWords
{
    public static string Of(FeeState state) => state switch
    {
        FeeState.Open => "chưa xác định",
        FeeState.Unknown => "chưa rõ mức thu",
        FeeState.Due => "chưa nộp",
        FeeState.Paid => "đã nộp",
        FeeState.NotDue => "không phải nộp",
        FeeState.Exempt => "được miễn",
        _ => "đã hoàn trả",
    };

    public static string Of(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "tiền mặt",
        PaymentMethod.Transfer => "chuyển khoản",
        _ => "trực tuyến",
    };

    public static string Of(FeePayment payment) => payment.Kind switch
    {
        PaymentKind.Received => $"Thu {Of(payment.Method)}",
        PaymentKind.Refunded => $"Hoàn trả {Of(payment.Method)}",
        _ => $"Hủy khoản đã ghi ({Of(payment.Method)})",
    };

    /// <summary>"86 trang quy chuẩn × 15.000 ₫".</summary>
    public static string Count(DossierFee fee) =>
        fee.QuantityField is null ? fee.UnitAmount is { } whole ? Wording.Money(whole) : "chưa rõ mức thu"
        : $"{(fee.Quantity is { } count ? Wording.Number(count) : "…")} {fee.Unit} × {(fee.UnitAmount is { } unit ? Wording.Money(unit) : "mức chưa rõ")}";

    public static string Amount(DossierFee fee) => fee.State == FeeState.Exempt ? Wording.Money(0) : fee.Amount is { } amount ? Wording.Money(amount) : "–";

    /// <summary>What still stands in the way of a clean balance; null when nothing does.</summary>
    public static string? Pending(FeeSheet sheet) => (sheet.Left, sheet.Open) switch
    {
        ( > 0, true) => $"Còn phải nộp {Wording.Money(sheet.Left)}; còn khoản chưa xác định.",
        ( > 0, false) => $"Còn phải nộp {Wording.Money(sheet.Left)}.",
        (_, true) => "Còn khoản chưa xác định có phải nộp không, hoặc chưa có số lượng để tính.",
        ( < 0, _) => $"Nộp thừa {Wording.Money(-sheet.Left)}, cần hoàn trả.",
        _ => null,
    };

    /// <summary>When a result held back for its fee may be taken, for the applicant.</summary>
    public static string WhenReleased(FeeSheet sheet) =>
        sheet.Left > 0 ? "Nộp theo phần “Phí, lệ phí” của trang hồ sơ; ghi nhận đủ tiền là tải được kết quả." : "Xác định xong và nộp đủ, nếu phải nộp, là tải được kết quả.";

    public static string Computed(FeesOf fees)
    {
        var due = fees.Fees.Where(f => f.State is FeeState.Due or FeeState.Paid).ToList();
        var sum = due.Count == 0 ? "chưa có khoản phải nộp" : string.Join("; ", due.Select(f => $"{f.What}: {Count(f)}{(f.QuantityField is null ? "" : $" = {Amount(f)}")}"));
        return $"Tính phí, lệ phí: {sum}{(fees.Sheet.Open ? "; còn khoản chưa xác định" : "")}";
    }
}
