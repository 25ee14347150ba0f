using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Sheets;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Biểu II.06a as it was closed, with what changed since.</summary>
internal sealed class FormClosedPageModel(FormDesk desk, FormPrint print, CurrentReader current, TimeProvider time) : PageModel
{
    public FormSnapshot Snapshot { get; private set; } = null!;

    public FilledForm Filled { get; private set; } = null!;

    public FormTable Live { get; private set; } = null!;

    public bool Changed => Filled.Table.Rows.Count != Live.Rows.Count || !Filled.Table.Total.Numbers.SequenceEqual(Live.Total.Numbers) || Filled.Table.Rows.Zip(Live.Rows).Any(p => !p.First.Numbers.SequenceEqual(p.Second.Numbers));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnGetPdfAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var paper = print.Paper(Filled);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }

    public async Task<IActionResult> OnGetXlsxAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) is { } problem ? this.Answer(problem) : await SheetFile.AnswerAsync(print.Sheet(Filled), $"bieu-ii-06a-{Filled.Period.Key}-chot", ct);

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!FormDesk.MaySee(reader)) return Problem.Forbidden("Biểu báo cáo của Sở do Bộ phận Một cửa, văn thư và lãnh đạo Sở xem.");
        if (await desk.FindAsync(id, ct) is not { } snapshot) return Problem.NotFound("Không có lần chốt số liệu này.");
        Snapshot = snapshot;
        Filled = new FilledForm(new ReportPeriod(snapshot.PeriodKey, snapshot.PeriodName, snapshot.From, snapshot.To), desk.Table(snapshot), snapshot.ByName, snapshot.At);
        Live = await desk.LiveAsync(reader, Filled.Period, ct);
        return null;
    }
}
