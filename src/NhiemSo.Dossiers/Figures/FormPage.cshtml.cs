using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Sheets;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Biểu II.06a of a period as it stands now: screen, PDF, XLSX, and closing its figures.</summary>
internal sealed class FormPageModel(FormDesk desk, FormPrint print, FigureBooks books, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureAsk Ask { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    public FilledForm Filled { get; private set; } = null!;

    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public IReadOnlyList<FormSnapshot> Closed { get; private set; } = [];

    public bool MayClose { get; private set; }

    public bool IsOver => Filled.Period.To < time.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        var paper = print.Paper(Filled);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken ct) =>
        await LoadAsync(ct) is { } problem ? this.Answer(problem) : await SheetFile.AnswerAsync(print.Sheet(Filled), $"bieu-ii-06a-{Filled.Period.Key}", ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (Note is { Length: > FormDesk.LongestNote }) return this.Answer(Problem.Field(nameof(Note), $"Ghi chú dài nhất {FormDesk.LongestNote} ký tự."));
        var closed = await desk.CloseAsync(await current.GetAsync(ct), Filled.Period, Note, ct);
        return closed.Ok ? Redirect($"/bao-cao/mot-cua/ii-06a/{closed.Value.Id}") : this.Answer(closed.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!FormDesk.MaySee(reader)) return Problem.Forbidden("Biểu báo cáo của Sở do Bộ phận Một cửa, văn thư và lãnh đạo Sở xem.");
        // The form is the whole office's: a field or unit chosen on the page of figures doesn't narrow it.
        var asked = books.Read(new FigureAsk { Ky = Ask.Ky, Tu = Ask.Tu, Den = Ask.Den });
        var period = asked.Ok ? asked.Value.Period : ReportPeriod.QuarterOf(time.Today(), books.Cutoff);
        Ask.Ky ??= period.Key;
        Periods = ReportPeriod.Choices(time.Today(), books.Cutoff, period);
        Filled = new FilledForm(period, await desk.LiveAsync(reader, period, ct), reader.Name, null);
        Closed = await desk.ClosedAsync(period, ct);
        MayClose = FormDesk.MayClose(reader);
        return asked.Ok ? null : asked.Problem;
    }
}
