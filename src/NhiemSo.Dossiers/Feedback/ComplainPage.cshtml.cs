using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>The applicant of a late dossier complains.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ComplainPageModel(DepartmentDb db, Passes passes, FeedbackDesk desk) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    public Matter Matter { get; private set; } = null!;

    public bool Late => desk.IsLate(Matter);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect("/tra-cuu");
        return Late ? Page() : this.Answer(Problem.WrongState("Hồ sơ chưa quá hạn nên chưa phản ánh chậm được. Trang hồ sơ ghi rõ hạn trả kết quả."));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect("/tra-cuu");
        var done = await desk.ComplainAsync(Matter.Id, Text, ct);
        return done.Ok ? Redirect("/ho-so-cua-toi") : this.Answer(done.Problem);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id || await db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } matter) return false;
        Matter = matter;
        return true;
    }
}
