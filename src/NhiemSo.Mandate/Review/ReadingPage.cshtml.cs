using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Succession.Withdraw;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Review;

/// <summary>A reading beside its source: each provision leads to its line and back, and is corrected in its place.</summary>
internal sealed class ReadingPageModel(DepartmentDb db, CurrentReader current, ReviewDesk desk, UnitCodes codes, MatterFiles files) : PageModel
{
    public Reviewed Reviewed { get; private set; } = null!;

    public Revised Revised { get; private set; } = null!;

    /// <summary>What others did while this person was typing.</summary>
    public IReadOnlyList<string> Meanwhile { get; private set; } = [];

    /// <summary>What was done to the reading, newest first.</summary>
    public IReadOnlyList<AuditEntry> Trail { get; private set; } = [];

    /// <summary>Taken back as the next decision, and nothing done to it since.</summary>
    public AuditEntry? TakenBack => Trail.Count > 0 && Trail[0].Act == WithdrawDesk.Act ? Trail[0] : null;

    /// <summary>The version of the reading the page shows; comes back with each form.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public CorrectionInput Input { get; set; } = new();

    [BindProperty]
    public Guid CorrectionId { get; set; }

    public bool Closed => Reviewed.Stored.InForceAt is not null;

    public bool Edits(RevisedNode node) => !Closed && Input.Node == node.Node.Id && Input.Do is not (null or "header" or "add" or "seen");

    public async Task<IActionResult> OnGetAsync(Guid id, string? sua, string? viec, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        await PrefillAsync(sua, viec, ct);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var file = await files.OpenDraftAsync(Reviewed.Stored.FileId, ct);
        return file.Ok ? this.Answer(file.Value) : this.Answer(file.Problem);
    }

    /// <summary>The reading as it stands, as its rule book.</summary>
    public async Task<IActionResult> OnGetBookAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var code = Readiness.CodeOf(Revised.Reading.Header) ?? "quyet-dinh";
        return File(System.Text.Encoding.UTF8.GetBytes(ForceDesk.Book(Reviewed, Revised, code).ToYaml()), "application/yaml; charset=utf-8", "mandate.yaml");
    }

    public async Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await desk.CorrectAsync(id, Seen, Input, await current.GetAsync(ct), ct), ct);

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await desk.UndoAsync(id, Seen, CorrectionId, await current.GetAsync(ct), ct), ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome<Done> done, CancellationToken ct)
    {
        if (done.Ok) return Redirect($"/quan-tri/quyet-dinh/{id}{(Input.Node is { } node ? $"#muc-{node}" : "")}");
        var seen = Seen;
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        Meanwhile = done.Problem.Kind == ProblemKind.Conflict ? Reviewed.Since(seen) : [];
        ModelState.Remove(nameof(Seen));
        return this.Answer(done.Problem with { Fields = [.. done.Problem.Fields.Select(f => f with { Field = $"Input.{f.Field}" })] });
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        if (await Reviewed.FindAsync(db, id, ct) is not { } reviewed) return Problem.NotFound();
        (Reviewed, Revised, Seen) = (reviewed, Revised.Of(reviewed.Draft), reviewed.Stored.Version);
        Trail = await db.TrailAsync(ReviewDesk.Subject, id, ct);
        return null;
    }

    private async Task PrefillAsync(string? node, string? act, CancellationToken ct)
    {
        if (Closed || act is null) return;
        var header = Revised.Reading.Header;
        Input.Do = act;
        if (act == "header")
        {
            (Input.Type, Input.Number, Input.Date, Input.Issuer, Input.Title, Input.From) = (header.Type, header.Number, header.Date, header.Issuer, header.Title, Revised.Reading.EffectiveFrom);
            Input.Replaces = string.Join('\n', Revised.Reading.Replaces.Select(r => r.Date is { } date ? $"{r.Number} ngày {date:dd/MM/yyyy}" : r.Number));
        }

        if (Revised.Nodes.FirstOrDefault(n => n.Node.Id == node) is not { } at) return;
        Input.Node = at.Node.Id;
        if (act == "reword") (Input.Style, Input.Label, Input.Heading, Input.Text) = (at.Node.Style.ToString(), at.Node.Label, at.Node.Heading, at.Node.Text);
        if (act == "move") Input.Parent = at.Node.Parent;
        if (act == "duty") Input.Flag = !at.IsDuty;
        if (act != "unit") return;
        Input.UnitCode = at.Unit is null ? null : (await codes.ProposeAsync(Revised, ct))[at.Node.Id];
        (Input.UnitName, Input.Function, Input.Positions) = (at.Unit?.Words.Name ?? at.Node.Heading, at.Unit?.Words.Function, at.Unit is null ? null : string.Join('\n', at.Unit.Words.Positions));
    }

    /// <summary>Where a provision may hang: anywhere but on itself and what hangs on it.</summary>
    public IReadOnlyList<Choice> Parents(string? node)
    {
        var at = node is null ? -1 : Reviewed.Draft.At(node);
        var end = at < 0 ? -1 : Reviewed.Draft.EndOf(at);
        return [new("", "Ngoài cùng của quyết định"), .. Revised.Nodes.Where((_, i) => i < at || i >= end).Select(n => new Choice(n.Node.Id, $"{new string('·', n.Depth)} {NodeWords.Short(n.Node)}".Trim()))];
    }

    /// <summary>The provision a line of the source belongs to: the last that begins at or before it.</summary>
    public IReadOnlyDictionary<int, string> NodeOfLine
    {
        get
        {
            var byLine = Revised.Nodes.Where(n => n.Node.Line > 0).GroupBy(n => n.Node.Line).ToDictionary(g => g.Key, g => g.First().Node.Id);
            var nodes = new Dictionary<int, string>();
            string? at = null;
            foreach (var line in Reviewed.Outline.Lines)
                if (byLine.TryGetValue(line.Number, out var begins) || at is not null) nodes[line.Number] = at = begins ?? at!;
            return nodes;
        }
    }

    public IReadOnlySet<int> OddLines => Revised.Open.Select(w => w.Line).ToHashSet();

    public static string KeyOf(Warning warning) => ForceDesk.Key(warning);
}
