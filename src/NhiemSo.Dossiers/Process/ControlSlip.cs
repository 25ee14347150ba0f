using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process;

/// <summary>
/// Mẫu 05 as it stands now: every hand-over from who to whom, when given, when taken up, and whether the holder was in time
/// (Thông tư 01/2018/TT-VPCP, Điều 9).
/// </summary>
internal sealed class ControlSlip(Legs legs, RuleShelf rules, TimeProvider time)
{
    public const string Template = "mau-05";

    public async Task<Outcome<Paper>> PaperAsync(DossierFacts facts, CancellationToken ct)
    {
        var day = time.Today();
        var office = rules.At(day).All<OfficeRule>()[0];
        var values = new PaperValues()
            .Set("co_quan_ban_hanh", office.Name.ToUpperInvariant()).Set("bo_phan_mot_cua", office.Desk.ToUpperInvariant()).Set("dia_danh_ngay", PaperWords.DateLine(office.Place, day, day.Year))
            .Set("ma_ho_so", facts.Matter.Number ?? facts.Dossier.LookupCode).Set("co_quan_giai_quyet", office.Name)
            .Set("chang", (await legs.OfAsync(facts.Matter, facts.Process, ct)).Select(l => Row(l, Holder(l.Holder, facts, office))));
        return rules.At(day).Get<PaperTemplate>(Template).Fill(values);
    }

    private static string Holder(Role holder, DossierFacts facts, OfficeRule office) => holder switch
    {
        Role.Officer => facts.Unit.Name,
        Role.Leader => $"Lãnh đạo {office.Name}",
        Role.Clerk => "Văn thư",
        Role.Applicant => $"Người nộp ({facts.Dossier.ApplicantName})",
        _ => office.Desk,
    };

    private static string? Words(Timeliness? result) => result switch
    {
        Timeliness.Early => "Trước hạn",
        Timeliness.OnTime => "Đúng hạn",
        Timeliness.Late => "Quá hạn",
        _ => null,
    };

    private static PaperValues Row(Leg leg, string holder) => new PaperValues()
        .Set("co_quan", holder).Set("giao_luc", Moment(leg.GivenAt)).Set("nguoi_giao", leg.GivenBy)
        .Set("nhan_luc", leg.TakenAt is { } taken ? Moment(taken) : null).Set("nguoi_nhan", leg.TakenBy).Set("ket_qua", Words(leg.Result)).Set("ghi_chu", leg.Act);

    private static string Moment(DateTime utc) => PaperWords.Moment(Vietnam.Local(utc));
}
