using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.DailyClosing;

/// <summary>The desk's day: today's figures until it is closed, then those it was closed with; earlier days as they were closed.</summary>
internal sealed class ClosingPageModel(ClosingDesk desk, CurrentReader current, TimeProvider time) : PageModel
{
    /// <summary>The day; today when not said.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Ngay { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public DateOnly Day { get; private set; }

    public DayClosing? Closing { get; private set; }

    public IReadOnlyList<DayClosing> Earlier { get; private set; } = [];

    /// <summary>Figures of now, for today only; those of earlier days can't be known any more.</summary>
    public IReadOnlyDictionary<string, int>? Live { get; private set; }

    public IReadOnlyDictionary<string, int>? Closed => Closing is { } closing ? ClosingDesk.Counts(closing) : null;

    public bool MayClose { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Ngay = null;
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (Note is { Length: > ClosingDesk.LongestNote }) return this.Answer(Problem.Field(nameof(Note), $"Ghi chú dài nhất {ClosingDesk.LongestNote} ký tự."));
        var done = await desk.CloseAsync(await current.GetAsync(ct), Note, ct);
        return done.Ok ? Redirect("/mot-cua/chot-ngay") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!ClosingDesk.MaySee(reader)) return Problem.Forbidden("Chốt ngày do Bộ phận Một cửa làm, lãnh đạo Sở xem.");
        var today = time.Today();
        Day = Ngay ?? today;
        Closing = await desk.FindAsync(Day, ct);
        Earlier = await desk.LatestAsync(ct);
        if (Day == today) Live = await desk.CountAsync(reader, desk.Today, ct);
        MayClose = Day == today && Closing is null && reader.Has(Role.Desk);
        return null;
    }
}
