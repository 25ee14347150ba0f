using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Represent;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Process;

/// <summary>
/// The printed forms of a dossier (mẫu 01 to 05). The values are kept with the act, so the same paper
/// can be printed again; the PDF itself is made when somebody asks for it.
/// </summary>
internal sealed class DossierForms(DepartmentDb db, RuleShelf rules, OfficeCalendar calendar, PublicAddress address)
{
    /// <summary>Room to write by hand what isn't known, within a line.</summary>
    private const string Dots = "……………………";

    /// <summary>Keeps the values of a form within the act that produces it.</summary>
    public DossierForm Add(string template, ActScope act, Dossier dossier, Procedure procedure, IReadOnlyList<DossierComponent> papers, string? reason = null) =>
        Keep(template, act, dossier, Values(act, dossier, procedure, reason), procedure, papers);

    /// <summary>Mẫu 04: what was promised, why it is late, the new day.</summary>
    public DossierForm AddApology(ActScope act, Dossier dossier, Procedure procedure, IReadOnlyList<DossierComponent> papers, DateTime? promised, string reason)
    {
        var values = Values(act, dossier, procedure, reason);
        values["linh_vuc"] = procedure.FieldName ?? procedure.Field;
        values["ngay_tiep_nhan"] = $"{Vietnam.Local(dossier.AcceptedAt ?? act.Now):dd/MM/yyyy}";
        values["hen_tra"] = promised is { } earlier ? Moment(earlier) : "";
        values["hen_lai"] = Moment(dossier.Appointment!.Value);
        values["quyen_han"] = act.Actor.Capacity.ToUpperInvariant();
        values["nguoi_ky"] = act.Actor.Name;
        return Keep("mau-04", act, dossier, values, procedure, papers);
    }

    private Dictionary<string, string> Values(ActScope act, Dossier dossier, Procedure procedure, string? reason)
    {
        var office = rules.At(Vietnam.Day(act.Now)).All<OfficeRule>()[0];
        var values = Office(office, act);
        values["nguoi_nop"] = dossier.ApplicantName;
        if ((db.Set<Representation>().Local.FirstOrDefault(r => r.DossierId == dossier.Id) ?? db.Set<Representation>().FirstOrDefault(r => r.DossierId == dossier.Id)) is { } who)
        {
            values["nguoi_nop_ky"] = who.Name;
            if (who.Authorised) values["nguoi_duoc_uy_quyen"] = Representing.Words(who);
        }

        values["nguoi_tiep_nhan"] = dossier.ReceiverName ?? act.Actor.Name;
        values["dia_chi"] = dossier.Address ?? "";
        values["dien_thoai"] = dossier.Phone;
        values["thu_dien_tu"] = dossier.Email ?? Dots;
        values["ten_thu_tuc"] = procedure.Name;
        values["so_bo"] = procedure.DossierSets.ToString();
        values["thoi_han"] = procedure.TimeLimit?.Limit.ToString() ?? "";
        values["nhan_luc"] = Moment(dossier.AcceptedAt ?? act.Now);
        values["hen_tra_luc"] = dossier.Appointment is { } at ? Moment(at) : "";
        values["noi_nhan_ket_qua"] = ReturnWords(dossier.ReturnBy, office);
        values["phi"] = FeeWords(procedure);
        values["ma_ho_so"] = act.Matter.Number ?? "";
        values["dia_chi_tra_cuu"] = address.Of(LookupPageModel.At(act.Matter.Number ?? dossier.LookupCode));
        values["ly_do"] = reason ?? "";
        values["quyen_so"] = Vietnam.Local(act.Now).Year.ToString();
        values["so_thu_tu"] = act.Matter.Number?[^4..].TrimStart('0') ?? "";
        values["so"] = dossier.LookupCode;
        values["co_quan_giai_quyet"] = office.Name;
        values["giao_luc"] = Moment(act.Now);
        values["nguoi_giao"] = act.Actor.Name;
        return values;
    }

    private DossierForm Keep(string template, ActScope act, Dossier dossier, Dictionary<string, string> values, Procedure procedure, IReadOnlyList<DossierComponent> papers)
    {
        var list = papers.OrderBy(p => p.Order).Select((p, i) => PaperRow(p, i, dossier, procedure)).ToList();
        var unit = db.Set<Unit>().Local.FirstOrDefault(u => u.Id == act.Matter.UnitId)?.Name ?? db.Set<Unit>().Where(u => u.Id == act.Matter.UnitId).Select(u => u.Name).First();
        var form = new DossierForm { DossierId = dossier.Id, Template = template, Values = FormValues.Write(values, list, [HandOver(values, unit)]), At = act.Now, ByName = act.Actor.Name };
        db.Add(form);
        return form;
    }

    private static Dictionary<string, string> PaperRow(DossierComponent paper, int index, Dossier dossier, Procedure procedure)
    {
        var known = procedure.Components.FirstOrDefault(c => c.Code == paper.Code);
        // What the applicant uploaded or filled in on the web is one, however many copies on paper the procedure asks for.
        var sent = paper.FileId is not null && paper.ScannedAt is null;
        var electronic = sent || (dossier.Channel == Channel.Online && paper.Code == Submission.FormComponent);
        var (count, kind) = (electronic ? "1" : known?.Count.ToString() ?? "1", known?.Kind ?? ComponentKind.Original);
        return new(StringComparer.Ordinal)
        {
            ["thu_tu"] = (index + 1).ToString(), ["ten"] = paper.Name, ["so_luong"] = count, ["ghi_chu"] = paper.Remark ?? "",
            ["hinh_thuc"] = sent ? "tệp điện tử" : dossier.Channel == Channel.Online && paper.Code == Submission.FormComponent ? "đơn điện tử" : KindWords(kind),
            ["ban_chinh"] = kind == ComponentKind.Original ? count : "", ["ban_chung_thuc"] = kind == ComponentKind.CertifiedCopy ? count : "",
            ["ban_photo"] = kind is ComponentKind.Copy or ComponentKind.ValidCopy ? count : "",
        };
    }

    private static string KindWords(ComponentKind kind) => kind switch
    {
        ComponentKind.Original => "bản chính",
        ComponentKind.CertifiedCopy => "bản sao chứng thực",
        ComponentKind.ValidCopy => "bản sao hợp lệ",
        _ => "bản sao",
    };

    /// <summary>Mẫu 05: the desk hands over, the unit signs for it on paper.</summary>
    private static Dictionary<string, string> HandOver(Dictionary<string, string> values, string unit) => new(StringComparer.Ordinal)
    {
        ["co_quan"] = unit, ["giao_luc"] = values["giao_luc"], ["nguoi_giao"] = values["nguoi_giao"],
    };

    /// <summary>The form as a paper, with its values of then.</summary>
    public async Task<Outcome<Paper>> PaperAsync(Guid dossierId, Guid formId, CancellationToken ct)
    {
        if (await db.Set<DossierForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == formId && f.DossierId == dossierId, ct) is not { } form) return Problem.NotFound();
        return rules.At(Vietnam.Day(form.At)).Get<PaperTemplate>(form.Template).Fill(FormValues.Read(form.Values));
    }

    /// <summary>When the applicant is to come: end of office hours of the due day.</summary>
    public DateTime AppointmentOf(RunningClock clock) => clock.Answer(calendar.Calendar).Appointment;

    private static Dictionary<string, string> Office(OfficeRule office, ActScope act)
    {
        var day = Vietnam.Day(act.Now);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["co_quan_chu_quan"] = office.ParentBody.ToUpperInvariant(), ["co_quan_ban_hanh"] = office.Name.ToUpperInvariant(), ["co_quan"] = office.Name, ["bo_phan_mot_cua"] = office.Desk.ToUpperInvariant(),
            ["ten_bo_phan_mot_cua"] = office.Desk, ["dia_danh_ngay"] = PaperWords.DateLine(office.Place, day, day.Year), ["nguoi_huong_dan"] = act.Actor.Name,
            ["can_bo_lien_he"] = act.Actor.Name, ["dien_thoai_lien_he"] = office.DeskPhone ?? Dots, ["dien_thoai_bo_phan"] = office.DeskPhone ?? "",
        };
    }

    private static string Moment(DateTime utc) => PaperWords.Moment(Vietnam.Local(utc));

    public static string ReturnWords(string returnBy, OfficeRule office) => returnBy switch
    {
        "online" => "Trực tuyến",
        "post" => "Qua bưu chính công ích",
        _ => office.Desk,
    };

    private static string FeeWords(Procedure procedure) =>
        procedure.Fees is not { } fees ? "Chưa rõ" : fees.Count == 0 ? "Không thu"
        : string.Join("; ", fees.Select(f => $"{f.What}: {(f.AmountVnd is { } amount ? Wording.Money(amount) : "chưa rõ mức thu")}{(f.When is null ? "" : $" (nếu {f.When})")}"));
}
