using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Result;

/// <summary>What the result's paper may say: the form as the draft lets it stand, the licence that exists, the office.</summary>
internal sealed class ResultValues(DepartmentDb db, RuleShelf rules, LicenceWork licences)
{
    /// <summary>Before the column of the licence that exists: <c>gp_so_giay_phep</c>.</summary>
    public const string OnFile = "gp_";

    /// <summary>Given for every procedure, beside the fields of its form.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "co_quan_chu_quan", "co_quan_ban_hanh", "co_quan", "so_ky_hieu", "dia_danh_ngay", "nguoi_ky", "quyen_han_ky", "dia_chi_kiem_tra", "ma_kiem_tra",
        "ma_ho_so", "nguoi_de_nghi", "viet_tat_don_vi", "nguoi_nop", "ten_thu_tuc", "ten_bo_phan_mot_cua", "ngay_tiep_nhan", "ly_do", "noi_nhan_khac", "can_cu_phap_ly",
    ];

    public async Task<Dictionary<string, object?>> OfAsync(DateOnly day, Matter matter, Dossier dossier, Procedure procedure, CancellationToken ct)
    {
        var office = rules.At(day).All<OfficeRule>()[0];
        var unit = (await db.Set<Unit>().FindAsync([matter.UnitId], ct))!;
        var stated = Json.Values(dossier.Draft);
        var appraised = Json.Values(dossier.Appraisal);
        var process = rules.Version<ProcessDefinition>(matter.ProcessVersion);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in process.Acts.SelectMany(a => a.Fields).Concat(procedure.Fields)) values[field.Key] = FormInput.Show(field, stated.GetValueOrDefault(field.Key) ?? appraised.GetValueOrDefault(field.Key));
        if (await licences.FindAsync(procedure, stated, by: null, ct) is { } licence)
            foreach (var (column, text) in licence.Columns) values[OnFile + column] = text;
        values["co_quan_chu_quan"] = office.ParentBody.ToUpperInvariant();
        values["co_quan_ban_hanh"] = office.Name.ToUpperInvariant();
        values["co_quan"] = office.Name;
        values["ma_ho_so"] = matter.Number ?? "";
        values["nguoi_de_nghi"] = $"Trưởng {Lower(unit.Name)}";
        values["viet_tat_don_vi"] = unit.Code;
        values["nguoi_nop"] = dossier.ApplicantName;
        values["ten_thu_tuc"] = procedure.Name;
        values["ten_bo_phan_mot_cua"] = office.Desk;
        values["ngay_tiep_nhan"] = dossier.AcceptedAt is { } at ? $"{Vietnam.Day(at):dd/MM/yyyy}" : "";
        values["ly_do"] = stated.GetValueOrDefault("ly_do")?.ToString() ?? "";
        values["noi_nhan_khac"] = "";
        values["can_cu_phap_ly"] = string.Join("; ", procedure.LegalBasis.Select(l => $"{string.Join(", ", l.Articles)} {l.Document}".Trim()));
        return values;
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
