using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.FieldCheck;

/// <summary>The minutes, to be printed and signed.</summary>
internal sealed class MinutesPdfModel(DossierView view, DepartmentDb db, RuleShelf rules, CurrentReader current, TimeProvider time) : PageModel
{
    private const string Template = "bien-ban-kiem-tra-thuc-dia";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid checkId, CancellationToken ct)
    {
        if (await view.FindAsync(id, await current.GetAsync(ct), ct) is not { } facts) return this.Answer(Problem.NotFound());
        if (await db.Set<FieldCheckRecord>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == checkId && c.DossierId == id, ct) is not { WrittenAt: not null } check)
            return this.Answer(Problem.NotFound("Chưa lập biên bản của lần kiểm tra này."));
        var day = Vietnam.Day(check.HeldFrom!.Value);
        var office = rules.At(day).All<OfficeRule>()[0];
        var values = new PaperValues()
            .Set("co_quan_chu_quan", office.ParentBody.ToUpperInvariant()).Set("co_quan_ban_hanh", office.Name.ToUpperInvariant()).Set("dia_danh_ngay", PaperWords.DateLine(office.Place, day, day.Year))
            .Set("ma_ho_so", facts.Matter.Number ?? facts.Dossier.LookupCode).Set("ten_thu_tuc", facts.Matter.Title).Set("nguoi_nop", facts.Dossier.ApplicantName)
            .Set("bat_dau", PaperWords.Moment(Vietnam.Local(check.HeldFrom.Value))).Set("ket_thuc", PaperWords.Moment(Vietnam.Local(check.HeldTo!.Value))).Set("dia_diem", check.Place)
            .Set("noi_dung_kiem_tra", check.Content).Set("ket_luan", check.Conclusion).Set("nguoi_lap", check.WrittenByName)
            .Set("thanh_phan", check.Members.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(m => new PaperValues().Set("ten", m)));
        var paper = rules.At(time.Today()).Get<PaperTemplate>(Template).Fill(values);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }
}
