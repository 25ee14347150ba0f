using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Follow;

/// <summary>What the applicant is told beside the state: whose turn it is, what they have to do, when.</summary>
internal static class StatusWords
{
    /// <summary>Who has the dossier; null when it is the applicant's turn or all is over.</summary>
    public static string? Holder(Matter matter, string unit, OfficeRule office) => matter.Turn switch
    {
        Role.Desk => office.Desk,
        Role.Leader => $"Lãnh đạo {office.Name}",
        Role.Clerk => $"Văn thư {office.Name}",
        null or Role.Applicant => null,
        _ => unit,
    };

    /// <param name="held">The balance for which the result is held back; null when it isn't.</param>
    public static string WhatNow(Matter matter, Dossier dossier, string? holder, FeeSheet? held, string asks = "Bạn không phải làm gì thêm.") => matter switch
    {
        { Closed: not null } => $"Hồ sơ này đã kết thúc. {asks}",
        { Turn: Role.Applicant } => "Đến lượt bạn: làm theo phần dưới. Hồ sơ chờ cho đến khi bạn gửi đủ.",
        { Group: StateGroup.Done } when held is not null => Pay(dossier, held, holder),
        { Group: StateGroup.Done } => dossier.ReturnBy switch
        {
            "online" => "Bạn tải kết quả ở ngay dưới đây.",
            "post" => $"Kết quả được gửi qua bưu chính đến địa chỉ bạn đã khai. {asks}",
            _ => $"Mời bạn đến {holder} nhận kết quả, mang theo giấy hẹn.",
        },
        { Group: StateGroup.Paused } => $"{holder} đang kiểm tra giấy tờ bạn gửi bổ sung. {asks}",
        _ => $"{holder} đang giữ hồ sơ. {asks}",
    };

    /// <summary>What to pay, how, and what the applicant gets when it is recorded.</summary>
    private static string Pay(Dossier dossier, FeeSheet held, string? holder)
    {
        var then = dossier.ReturnBy switch
        {
            "online" => "là bạn tải được kết quả ở trang này.",
            "post" => "là chúng tôi gửi kết quả qua bưu chính đến địa chỉ bạn đã khai.",
            _ => $"là bạn nhận được kết quả tại {holder}, mang theo giấy hẹn.",
        };
        return held.Left > 0 ? $"Bạn còn phải nộp {Wording.Money(held.Left)}. Cách nộp ở phần “Phí, lệ phí” dưới đây; chúng tôi ghi nhận đủ tiền {then}"
            : $"Chúng tôi đang xác định phí, lệ phí của hồ sơ; xác định xong và nộp đủ, nếu phải nộp, {then}";
    }

    /// <summary>"Hẹn trả kết quả thứ Tư, 25/11/2026, trước 17:00."; null before acceptance and when it is over or waits for the applicant.</summary>
    public static string? Promise(Matter matter, Dossier dossier)
    {
        if (dossier.Appointment is not { } at || matter.Closed is not null || matter.Group is StateGroup.Done or StateGroup.Paused) return null;
        var local = Vietnam.Local(at).DateTime;
        return $"Hẹn trả kết quả {Wording.DateWithWeekday(DateOnly.FromDateTime(local))}, trước {Wording.Time(TimeOnly.FromDateTime(local))}.";
    }

    /// <summary>Heading of what the office wrote to the applicant.</summary>
    public static string RequestTitle(Matter matter) => matter.Closed is null ? "Bạn cần làm" : "Lý do";
}
