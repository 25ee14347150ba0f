using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>One imported statement: what would be recorded, confirmed by a person before anything is.</summary>
internal sealed class StatementModel(DepartmentDb db, StatementDesk desk, Matches matches, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public BankStatement Statement { get; private set; } = null!;

    public IReadOnlyList<LineMatch> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, Matter> Matters { get; private set; } = new Dictionary<Guid, Matter>();

    public bool Waiting => Statement.ConfirmedAt is null;

    public int Exact => Lines.Count(m => m.Verdict == Verdict.Exact);

    public long ExactSum => Lines.Where(m => m.Verdict == Verdict.Exact).Sum(m => m.Line.Amount);

    public string Says(LineMatch match) => Waiting
        ? match.Verdict switch
        {
            Verdict.Exact => "Khớp, sẽ ghi nhận",
            Verdict.Less => $"Thiếu {Wording.Money(match.Left - match.Line.Amount)}",
            Verdict.More => $"Thừa {Wording.Money(match.Line.Amount - match.Left)}",
            Verdict.NothingDue => "Hồ sơ không còn khoản phải nộp",
            _ => "Không thấy mã nộp tiền",
        }
        : match.Line.State switch
        {
            LineState.Recorded => "Đã ghi nhận" + (match.Line.Reason is { } why ? $": {why}" : ""),
            LineState.Dismissed => $"Không phải phí: {match.Line.Reason}",
            _ => "Chờ giải quyết",
        };

    public Guid? DossierOf(LineMatch match) => Waiting ? match.Dossier : match.Line.DossierId;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        var done = await desk.ConfirmAsync(Id, await current.GetAsync(ct), ct);
        return done.Ok ? Redirect($"/thu-phi/sao-ke/{Id}") : await AgainAsync(done.Problem, ct);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        var done = await desk.DiscardAsync(Id, await current.GetAsync(ct), ct);
        return done.Ok ? Redirect("/thu-phi/sao-ke") : await AgainAsync(done.Problem, ct);
    }

    private async Task<IActionResult> AgainAsync(Problem problem, CancellationToken ct) => this.Answer(await LoadAsync(ct) ?? problem);

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!reader.Has(Role.Desk)) return FeeActs.NotTheDesk;
        if (await db.Set<BankStatement>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id, ct) is not { } statement) return Problem.NotFound();
        Statement = statement;
        Lines = await matches.OfAsync(await db.Set<StatementLine>().AsNoTracking().Where(l => l.StatementId == Id).OrderBy(l => l.Row).ToListAsync(ct), ct);
        Matters = await matches.SeenAsync(Lines.Select(DossierOf).OfType<Guid>(), reader, ct);
        return null;
    }
}
