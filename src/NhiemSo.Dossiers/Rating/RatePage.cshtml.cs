using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Rating;

/// <summary>The survey, for whoever proved to be the applicant of a dossier that ended.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RatePageModel(DepartmentDb db, Passes passes, Ratings ratings) : PageModel
{
    private Matter matter = null!;
    private Dossier dossier = null!;

    public RatingSheet? Sheet { get; private set; }

    public string Code => matter.Number ?? dossier.LookupCode;

    public string Title => matter.Title;

    /// <summary>As typed, else as given before.</summary>
    public string? AnswerTo(SurveyQuestion question) => Request.Method == "POST" ? Request.Form[question.Id].ToString() : Sheet!.Answers.GetValueOrDefault(question.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect("/tra-cuu");
        return Sheet is null ? this.Answer(Problem.WrongState("Hồ sơ chưa kết thúc nên chưa đánh giá được. Khi có kết quả, trang hồ sơ hỏi ý kiến bạn.")) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect("/tra-cuu");
        var typed = Request.Form.Where(p => !p.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        var done = await ratings.GiveAsync(matter, dossier.Channel, typed, ct);
        return done.Ok ? Redirect("/ho-so-cua-toi") : this.Answer(done.Problem);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id || await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } found) return false;
        (dossier, matter) = (found, await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id, ct));
        Sheet = await ratings.SheetAsync(matter, dossier.Channel, ct);
        return true;
    }
}
