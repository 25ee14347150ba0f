using System.Globalization;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Result;

/// <summary>The result goes to the applicant: at the desk, by public post or online, each with what shows it (Nghị định 61/2018/NĐ-CP, Điều 20).</summary>
internal sealed class HandOver(DossierActs acts, FeeBook fees)
{
    public const string Way = "cach-tra", Receiver = "Receiver", Shown = "giay-to-xuat-trinh", Tracking = "so-hieu-buu-gui", PostedOn = "ngay-gui";

    private static readonly string[] Dates = ["d/M/yyyy", "yyyy-MM-dd"];

    public static string WordsOf(string way) => way switch
    {
        "online" => "Trực tuyến",
        "post" => "Qua bưu chính công ích",
        _ => "Tại Bộ phận Một cửa",
    };

    public Task<Outcome<Matter>> TakeAsync(DossierAct request, IReadOnlyDictionary<string, string> typed, CancellationToken ct) =>
        acts.TakeAsync(request, async (act, dossier, _, c) =>
        {
            var recorded = Record(act, dossier, typed);
            // Fees are collected before the result leaves the desk; who hands it over all the same says why.
            return recorded.Ok && string.IsNullOrWhiteSpace(request.Reason) && await fees.OwedAsync(dossier.Id, c) is { } owed
                ? Problem.Field("reason", $"{owed} Thu trước khi trả, hoặc ghi lý do trả kết quả khi chưa thu.") : recorded;
        }, ct);

    private static Outcome<Done> Record(ActScope act, Dossier dossier, IReadOnlyDictionary<string, string> typed)
    {
        string? Said(string field) => typed.GetValueOrDefault(field)?.Trim() is { Length: > 0 } said ? said : null;
        var (way, receiver) = (Said(Way) ?? dossier.ReturnBy, Said(Receiver));
        if (way is not ("desk" or "post" or "online")) return Problem.Field(Way, "Chọn cách trả kết quả.");
        if (way == "desk" && receiver is null) return Problem.Field(Receiver, "Ghi họ tên người nhận kết quả.");
        var (tracking, posted) = (way == "post" ? Said(Tracking) : null, default(DateOnly?));
        if (way == "post")
        {
            if (tracking is null) return Problem.Field(Tracking, "Ghi số hiệu bưu gửi để người nộp và bưu điện tra được.");
            if (!DateOnly.TryParseExact(Said(PostedOn), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Problem.Field(PostedOn, "Ghi ngày giao cho bưu điện, ví dụ 20/11/2026.");
            if (day > Vietnam.Day(act.Now)) return Problem.Field(PostedOn, "Ngày giao cho bưu điện không thể sau hôm nay.");
            posted = day;
        }

        (dossier.ReturnedAt, dossier.ReturnedTo, dossier.ReturnedVia) = (act.Now, receiver ?? dossier.ApplicantName, way);
        (dossier.ReturnedShown, dossier.PostTracking, dossier.PostedOn) = (way == "desk" ? Said(Shown) : null, tracking, posted);
        if (dossier.ReturnedShown is { } shown) act.Changes.Add(new Change("giấy tờ người nhận xuất trình", null, shown, Personal: true));
        act.Text = way switch
        {
            "post" => $"Gửi kết quả cho {dossier.ReturnedTo} qua bưu điện ngày {posted:dd/MM/yyyy}, bưu gửi {tracking}",
            "online" => $"Trả kết quả trực tuyến cho {dossier.ReturnedTo}",
            _ => $"Trả kết quả cho {dossier.ReturnedTo}",
        };
        return Done.Yes;
    }
}
