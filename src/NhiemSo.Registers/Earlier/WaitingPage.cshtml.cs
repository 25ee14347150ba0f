using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Registers.Books;

namespace NhiemSo.Registers.Earlier;

internal sealed record WaitingRow(Guid Id, string Number, string HolderName, DateOnly From, bool Corrects, string ByName, DateTime At, bool? Confirmed, string? Reason, Guid? BatchId, string? BatchName);

/// <summary>Earlier licences of one register that wait for a second person, and the ones sent back.</summary>
internal sealed class WaitingPageModel(EarlierRights rights, EarlierDesk desk, DepartmentDb db, CurrentReader current) : PageModel
{
    private const int Most = 200;

    public RegisterSchema Schema { get; private set; } = null!;

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingRow> SentBack { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name, int Count)> Batches { get; private set; } = [];

    public bool MayDecide { get; private set; }

    [BindProperty]
    public Guid BatchId { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostBatchAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } problem) return this.Answer(problem);
        var done = await desk.ConfirmBatchAsync(code, BatchId, await current.GetAsync(ct), ct);
        return done.Ok ? Redirect($"/so-bo/{code}") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(string code, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await rights.FindAsync(code, ct) is not var (schema, duty)) return Problem.NotFound();
        if (!EarlierRights.MayRead(reader, duty.UnitId)) return Problem.Forbidden("Chỉ phòng được giao nhiệm vụ của sổ này và lãnh đạo Sở xem giấy phép chờ xác nhận.");
        (Schema, MayDecide) = (schema, EarlierRights.MayDecide(reader, duty.UnitId));
        var own = db.Set<EarlierLicence>().AsNoTracking().Where(e => e.Register == code);
        Waiting = await RowsAsync(own.Where(e => e.Confirmed == null).OrderBy(e => e.Id), ct);
        SentBack = await RowsAsync(own.Where(e => e.Confirmed == false).OrderByDescending(e => e.Id), ct);
        Batches = [.. (await own.Where(e => e.Confirmed == null && e.BatchId != null).GroupBy(e => new { e.BatchId, e.BatchName }).Select(g => new { g.Key.BatchId, g.Key.BatchName, Count = g.Count() }).ToListAsync(ct)).Select(b => (b.BatchId!.Value, b.BatchName!, b.Count))];
        return null;
    }

    private static Task<List<WaitingRow>> RowsAsync(IQueryable<EarlierLicence> rows, CancellationToken ct) =>
        rows.Take(Most).Select(e => new WaitingRow(e.Id, e.Number, e.HolderName, e.From, e.Corrects, e.ByName, e.At, e.Confirmed, e.Reason, e.BatchId, e.BatchName)).ToListAsync(ct);
}
