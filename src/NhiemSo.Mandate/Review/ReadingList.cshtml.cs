using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Review;

internal sealed record ReadingRow(Guid Id, string? Number, string? Title, string FileName, string ByName, DateTime At, int Corrections, DateTime? ConfirmedAt, string? MandateCode);

/// <summary>The decisions taken in, in force or to follow, the readings under review, and the form that takes a decision in.</summary>
[RequestSizeLimit(ReviewDesk.RequestLimit)]
internal sealed class ReadingListModel(DepartmentDb db, CurrentReader current, ReviewDesk desk) : PageModel
{
    public IReadOnlyList<MandateDecision> Mandates { get; private set; } = [];

    public IReadOnlyList<ReadingRow> Readings { get; private set; } = [];

    public string StateOf(ReadingRow row) => row.ConfirmedAt is not { } at ? "Đang rà soát"
        : $"{(Mandates.Any(m => m.Planned && m.Code == row.MandateCode) ? "Đã nạp làm quyết định kế tiếp" : "Đã đưa vào thi hành")} {Vietnam.Local(at):dd/MM/yyyy}";

    [BindProperty]
    public IFormFile? Tep { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var taken = await desk.TakeInAsync(Tep, await current.GetAsync(ct), ct);
        if (taken.Ok) return Redirect($"/quan-tri/quyet-dinh/{taken.Value}");
        return this.Answer(await LoadAsync(ct) ?? taken.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        Mandates = await db.Set<MandateDecision>().AsNoTracking().OrderByDescending(m => m.From).ToListAsync(ct);
        Readings = await db.Set<StoredReading>().AsNoTracking().OrderByDescending(r => r.Id).Take(100)
            .Select(r => new ReadingRow(r.Id, r.Number, r.Title, r.FileName, r.ByName, r.At, db.Set<StoredCorrection>().Count(c => c.ReadingId == r.Id && c.UndoneAt == null), r.InForceAt, r.MandateCode)).ToListAsync(ct);
        return null;
    }
}
