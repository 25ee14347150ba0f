using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Dossiers.Posting;

/// <summary>Which procedures hang on the desk's notice board, and which should and don't.</summary>
internal sealed class PostingPageModel(PostingDesk desk, CurrentReader current) : PageModel
{
    [BindProperty]
    public List<string> Procedures { get; set; } = [];

    [BindProperty]
    public DateOnly? Since { get; set; }

    public PostingBoard Board { get; private set; } = null!;

    public bool MayPost { get; private set; }

    public IReadOnlyList<Choice> Missing => [.. Board.Missing.Select(p => new Choice(p.Code, p.Name))];

    public bool IsOffered(NoticePosting posting) => desk.IsOffered(posting);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        var done = await desk.PostAsync(await current.GetAsync(ct), Procedures, Since, ct);
        return done.Ok ? Redirect("/mot-cua/niem-yet") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!PostingDesk.MaySee(reader)) return Problem.Forbidden("Niêm yết thủ tục do Bộ phận Một cửa ghi, lãnh đạo Sở xem.");
        (Board, MayPost) = (await desk.BoardAsync(ct), reader.Has(Role.Desk));
        return null;
    }
}
