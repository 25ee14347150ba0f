using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Figures of the one-stop work over the dossiers that the reader may see; each leads to the dossiers it counts.</summary>
internal sealed class FiguresPageModel(OneStopFigures figures, FigureBooks books, DepartmentDb db, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureAsk Ask { get; set; } = new();

    public ReportPeriod Period { get; private set; } = null!;

    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public IReadOnlyList<Choice> Fields { get; private set; } = [];

    public IReadOnlyList<Choice> Procedures { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Bucket> Buckets { get; private set; } = [];

    /// <summary>By field, or by procedure once a field is chosen.</summary>
    public IReadOnlyList<(string? Field, string? Procedure, string Name, IReadOnlyList<Bucket> Buckets)> Rows { get; private set; } = [];

    public bool SeesAll { get; private set; }

    public bool MayEvaluate { get; private set; }

    public static int Count(IEnumerable<Bucket> buckets, string figure)
    {
        var counted = Figure.Of(figure);
        return buckets.Where(counted.Counts).Sum(b => b.Count);
    }

    /// <summary>"87,5 %"; null without anything to divide by.</summary>
    public static string? Share(int part, int whole) => Shares.Words(part, whole);

    public string Href(string figure, string? field = null, string? procedure = null) => "/bao-cao/mot-cua/ho-so" + Ask.Query(figure, field, procedure);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        (SeesAll, MayEvaluate) = (FormDesk.MaySee(reader), FormDesk.MayClose(reader));
        var asked = books.Read(Ask);
        var scope = asked.Ok ? asked.Value : new FigureScope(ReportPeriod.QuarterOf(time.Today(), books.Cutoff));
        Period = scope.Period;
        Ask.Ky ??= Period.Key;
        Periods = ReportPeriod.Choices(time.Today(), books.Cutoff, Period);
        var procedures = books.Procedures.Where(p => string.IsNullOrEmpty(Ask.LinhVuc) || FigureBooks.NameOf(p) == Ask.LinhVuc).ToList();
        Fields = [new("", "Mọi lĩnh vực"), .. books.Fields.Select(f => new Choice(f.Name, f.Name))];
        Procedures = [new("", "Mọi thủ tục"), .. procedures.Select(p => new Choice(p.Code, p.Name))];
        Units = [new("", "Mọi đơn vị"), .. await db.Set<Unit>().OrderBy(u => u.Code).Select(u => new Choice(u.Id.ToString(), u.Name, null)).ToListAsync(ct)];
        if (!asked.Ok) return this.Answer(asked.Problem);
        Buckets = await figures.CountAsync(reader, scope, ct);
        Rows = string.IsNullOrEmpty(Ask.LinhVuc) && string.IsNullOrEmpty(Ask.ThuTuc)
            ? [.. books.ByField(Buckets).Where(r => r.Buckets.Count > 0).Select(r => ((string?)r.Field.Name, (string?)null, r.Field.Name, r.Buckets))]
            : [.. procedures.Select(p => ((string?)null, (string?)p.Code, p.Name, (IReadOnlyList<Bucket>)[.. Buckets.Where(b => b.Procedure == p.Code)])).Where(r => r.Item4.Count > 0)];
        return Page();
    }
}
