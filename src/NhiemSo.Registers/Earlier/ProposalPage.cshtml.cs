using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Earlier;

/// <summary>One earlier licence as typed, beside its scan, for the second person to confirm or send back.</summary>
internal sealed class ProposalPageModel(EarlierDesk desk, DepartmentDb db, RuleShelf rules, MatterFiles files, CurrentReader current) : PageModel
{
    public EarlierLicence Licence { get; private set; } = null!;

    public RegisterSchema Schema { get; private set; } = null!;

    /// <summary>Of a correction also what stands in the register now, where it differs.</summary>
    public IReadOnlyList<(string Label, string Text, string? Stands)> Facts { get; private set; } = [];

    public bool MayDecide { get; private set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct) => await LoadAsync(code, id, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnGetFileAsync(string code, Guid id, CancellationToken ct)
    {
        if (await LoadAsync(code, id, ct) is { } problem) return this.Answer(problem);
        if (Licence.FileId is not { } scan) return this.Answer(Problem.NotFound());
        var file = await files.OpenDraftAsync(scan, ct);
        return file.Ok ? this.Answer(file.Value) : this.Answer(file.Problem);
    }

    public async Task<IActionResult> OnPostConfirmAsync(string code, Guid id, CancellationToken ct) =>
        await AnswerAsync(code, id, await desk.ConfirmAsync(code, id, await current.GetAsync(ct), ct), ct);

    public async Task<IActionResult> OnPostReturnAsync(string code, Guid id, CancellationToken ct) =>
        await AnswerAsync(code, id, await desk.SendBackAsync(code, id, Reason, await current.GetAsync(ct), ct), ct);

    private async Task<IActionResult> AnswerAsync(string code, Guid id, Outcome<Done> done, CancellationToken ct)
    {
        if (await LoadAsync(code, id, ct) is { } problem) return this.Answer(problem);
        if (!done.Ok) return this.Answer(done.Problem);
        return Redirect(Licence.Confirmed == true ? $"/so-bo/{code}/{Licence.EntryId}" : $"/so-bo/{code}/cho-xac-nhan");
    }

    private async Task<Problem?> LoadAsync(string code, Guid id, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await db.Set<EarlierLicence>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.Register == code, ct) is not { } licence || !EarlierRights.MayRead(reader, licence.UnitId)) return Problem.NotFound();
        (Licence, Schema) = (licence, rules.Version<RegisterSchema>(licence.SchemaVersion));
        MayDecide = licence.Confirmed is null && EarlierRights.MayDecide(reader, licence.UnitId) && licence.ById != reader.PersonId;
        var data = RegisterBook.Data(licence.Data);
        var entry = licence.Corrects && licence.Confirmed is null ? await db.Set<RegisterEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == licence.EntryId, ct) : null;
        Facts = [.. Schema.Columns.Select(c => (c.Label, Text: FormInput.Show(c, data.GetValueOrDefault(c.Key)), Stands: entry is null ? null : EntryTable.Text(entry, c))).Select(f => (f.Label, f.Text, f.Stands == f.Text ? null : f.Stands)).Where(f => f.Text.Length > 0 || f.Item3 is not null)];
        return null;
    }
}
