using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Notices;

/// <summary>What a notice about a dossier may say. No telephone number and no personal number: who has the e-mail alone must not open the dossier.</summary>
internal sealed class NoticeValues(DepartmentDb db, IDocumentOffice documents, ResultRelease release, RuleShelf rules, PublicAddress address)
{
    /// <summary>All the names, for the check of notice books.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "co_quan", "bo_phan", "dien_thoai_bo_phan", "nguoi_nop", "ten_thu_tuc", "ma", "ma_tra_cuu", "ma_ho_so", "han_kiem_tra", "ngay_hen", "hen_tra", "hen_cu",
        "ly_do", "ly_do_tu_choi", "cach_nhan", "dia_chi_tra_cuu", "trang_tra_cuu", "dia_chi_xac_minh", "giay_to", "ten",
    ];

    /// <summary>What a short message may say: it lights up on a locked telephone, so neither who applies nor what for.</summary>
    public static readonly IReadOnlyList<string> SmsNames = ["co_quan", "bo_phan", "dien_thoai_bo_phan", "ma", "ma_tra_cuu", "ma_ho_so", "ngay_hen", "trang_tra_cuu"];

    public async Task<PaperValues> OfAsync(ActScope act, Dossier dossier, CancellationToken ct)
    {
        var office = rules.At(Vietnam.Day(act.Now)).All<OfficeRule>()[0];
        var refused = dossier.DraftOutcome == ActOutcomeWords.Refused;
        var document = dossier.ResultDocumentId is { } id ? await documents.FindAsync(id, ct) : null;
        return new PaperValues()
            .Set("co_quan", office.Name).Set("bo_phan", office.Desk).Set("dien_thoai_bo_phan", office.DeskPhone)
            .Set("nguoi_nop", dossier.ApplicantName).Set("ten_thu_tuc", act.Matter.Title)
            .Set("ma", act.Matter.Number ?? dossier.LookupCode).Set("ma_tra_cuu", dossier.LookupCode).Set("ma_ho_so", act.Matter.Number)
            .Set("han_kiem_tra", dossier.AcceptedAt is null && act.Matter.Due is { } due ? Wording.Moment(due) : null)
            .Set("ngay_hen", dossier.Appointment is { } day ? Wording.Date(Vietnam.Day(day)) : null).Set("hen_tra", Promise(dossier.Appointment))
            .Set("hen_cu", Promise(db.Entry(dossier).Property(d => d.Appointment).OriginalValue))
            .Set("ly_do", act.Reason).Set("ly_do_tu_choi", refused ? Json.Values(dossier.Draft).GetValueOrDefault("ly_do")?.ToString() : null)
            .Set("cach_nhan", ReturnWords(dossier, office, await release.HeldForAsync(dossier, ct))).Set("trang_tra_cuu", address.Of("/tra-cuu")).Set("dia_chi_tra_cuu", address.Of(LookupPageModel.At(act.Matter.Number ?? dossier.LookupCode)))
            .Set("dia_chi_xac_minh", document is null ? null : address.Of($"/xac-minh/{document.Token}"))
            .Set("giay_to", (await MissingAsync(dossier, ct)).Select(name => new PaperValues().Set("ten", name)));
    }

    /// <summary>What the desk or the unit found missing, as it stands after the act.</summary>
    private async Task<IEnumerable<string>> MissingAsync(Dossier dossier, CancellationToken ct)
    {
        var papers = await db.Set<DossierComponent>().Where(p => p.DossierId == dossier.Id).OrderBy(p => p.Order).ToListAsync(ct);
        return papers.Where(p => p.IsAskedFor()).Select(p => p.Name);
    }

    private static string? Promise(DateTime? appointment)
    {
        if (appointment is not { } at) return null;
        var local = Vietnam.Local(at).DateTime;
        return $"trước {Wording.Time(TimeOnly.FromDateTime(local))}, {Wording.DateWithWeekday(DateOnly.FromDateTime(local))}";
    }

    private static string ReturnWords(Dossier dossier, OfficeRule office, FeeSheet? held) => (held is { Left: > 0 } ? $"nộp đủ {Wording.Money(held.Left)} phí, lệ phí rồi nhận kết quả: " : "") + dossier.ReturnBy switch
    {
        "online" => "tải tệp đã ký số trên trang xem hồ sơ",
        "post" => "qua bưu chính công ích, gửi đến địa chỉ đã khai",
        _ => $"tại {office.Desk}, mang theo giấy hẹn",
    };
}
