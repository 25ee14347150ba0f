using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Fees.Days;

/// <summary>One day's reconciliation, to look at, print and close.</summary>
internal sealed class DayModel(FeeReconciliation reconciliation, FeeRights rights, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Ngay { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public DayOfFees Day { get; private set; } = null!;

    public bool MayClose { get; private set; }

    public static IReadOnlyList<PaymentMethod> Methods { get; } = [PaymentMethod.Cash, PaymentMethod.Transfer, PaymentMethod.Online];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        var done = await reconciliation.CloseAsync(Day.Day, await current.GetAsync(ct), Note, ct);
        return done.Ok ? Redirect($"/thu-phi/doi-soat?ngay={Day.Day:yyyy-MM-dd}") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!await rights.ReadsAsync(reader, ct)) return Problem.Forbidden("Đối soát thu phí dành cho Bộ phận Một cửa và lãnh đạo.");
        Ngay ??= time.Today();
        Day = await reconciliation.ReadAsync(Ngay.Value, reader, ct);
        MayClose = Day.Closed is null && Ngay < time.Today() && await rights.ClosesAsync(reader, ct) is not null;
        return null;
    }
}
