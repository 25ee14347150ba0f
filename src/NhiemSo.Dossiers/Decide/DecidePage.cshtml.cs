using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Decide;

/// <summary>Sets, with a day and a paper, who decides the procedures that the mandate leaves to "trình … hoặc theo phân cấp".</summary>
internal sealed class DecidePageModel(Catalogue catalogue, DepartmentDb db, Work work, AuditTrail audit, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Procedure { get; set; }

    /// <summary><c>tinh</c> or <c>so</c>.</summary>
    [BindProperty]
    public string? DecidedBy { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public IReadOnlyList<Procedure> Procedures { get; private set; } = [];

    public IReadOnlyList<DecisionRule> Rules { get; private set; } = [];

    public DateOnly Today => time.Today();

    public IReadOnlyList<Choice> ProcedureChoices => [new("", "Chọn thủ tục"), .. Procedures.Select(p => new Choice(p.Code, p.Name))];

    public IReadOnlyList<Choice> DeciderChoices { get; } = [new("tinh", "UBND tỉnh quyết định, Sở trình"), new("so", "Sở quyết định theo phân cấp")];

    /// <summary>The rule that holds today for a procedure.</summary>
    public DecisionRule? Now(Procedure procedure) => Rules.Where(r => r.Procedure == procedure.Code && r.From <= Today).MaxBy(r => (r.From, r.Id));

    public IEnumerable<DecisionRule> Later(Procedure procedure) => Rules.Where(r => r.Procedure == procedure.Code && r.From > Today).OrderBy(r => r.From);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (Procedures.FirstOrDefault(p => p.Code == Procedure) is not { } procedure) return this.Answer(Problem.Field(nameof(Procedure), "Chọn thủ tục."));
        if (DecidedBy is not ("tinh" or "so")) return this.Answer(Problem.Field(nameof(DecidedBy), "Chọn cơ quan quyết định."));
        if (From is not { } from) return this.Answer(Problem.Field(nameof(From), "Ghi ngày áp dụng, ví dụ 01/01/2027."));
        if (from < Today) return this.Answer(Problem.Field(nameof(From), "Ngày áp dụng từ hôm nay trở đi: hồ sơ đã nộp giữ cách giải quyết khi nộp."));
        if (string.IsNullOrWhiteSpace(Basis)) return this.Answer(Problem.Field(nameof(Basis), "Ghi văn bản phân cấp hoặc ủy quyền: số, ngày, cơ quan ban hành."));
        var reader = await current.GetAsync(ct);
        var above = DecidedBy == "tinh";
        var done = await work.ActAsync<Done>(async c =>
        {
            db.Add(new DecisionRule { Procedure = procedure.Code, Above = above, From = from, Basis = Basis.Trim(), ByName = reader.Name, At = Microseconds.Trim(time.UtcNow()) });
            await audit.WriteAsync("installation", Guid.Empty, new Actor(reader.PersonId, reader.Name, reader.Capacity),
                new AuditNote("phan-cap", $"{procedure.Name}: {DeciderChoices.First(x => x.Value == DecidedBy).Text.ToLowerInvariant()} từ {from:dd/MM/yyyy}", Basis.Trim()), c);
            return Done.Yes;
        }, ct);
        return done.Ok ? Redirect("/quan-tri/phan-cap") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!reader.Has(Role.Admin) && !reader.Has(Role.Leader)) return Problem.Forbidden("Chỉ lãnh đạo Sở và quản trị đặt việc phân cấp.");
        Procedures = [.. catalogue.All(Today).Select(o => o.Procedure).Where(p => p.ProcessAbove is not null).OrderBy(p => p.Name, StringComparer.Ordinal)];
        Rules = await db.Set<DecisionRule>().AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct);
        return null;
    }
}
