using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Opinions;

/// <summary>The asked unit reads the question and answers; the page stays theirs afterwards, the dossier doesn't.</summary>
internal sealed class AnswerPageModel(DepartmentDb db, OpinionWork opinions, OfficeCalendar calendar, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid OpinionId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Tep { get; set; }

    public Opinion Opinion { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string? Number { get; private set; }

    public bool SeesDossier { get; private set; }

    public ClockReading Clock => ClockReading.Of(OpinionWork.ClockOf(Opinion), time.UtcNow(), calendar.Calendar);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : this.Answer(Problem.NotFound());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return this.Answer(Problem.NotFound());
        var done = await opinions.AnswerAsync(OpinionId, await current.GetAsync(ct), new OpinionAnswer(Text, Tep), ct);
        return done.Ok ? Redirect($"/mot-cua/y-kien/{OpinionId}") : this.Answer(done.Problem);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await db.Set<Opinion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == OpinionId, ct) is not { } opinion || OpinionWork.GrantFor(opinion, reader) is null) return false;
        Opinion = opinion;
        var matter = await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == opinion.DossierId, ct);
        (Title, Number) = (matter.Title, matter.Number);
        SeesDossier = await db.VisibleTo(reader).AnyAsync(m => m.Id == opinion.DossierId, ct);
        return true;
    }
}
