using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Documents;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Sheets;
using NhiemSo.Platform.Words;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.PublicList;

/// <summary>The public columns of one register; the page shows the indexed ones, the download all.</summary>
[AllowAnonymous]
internal sealed class PublicRegisterModel(EntryList list, IDocumentOffice documents) : PageModel
{
    private IReadOnlyDictionary<Guid, string> tokens = new Dictionary<Guid, string>();

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public RegisterSchema Schema { get; private set; } = null!;

    public IReadOnlyList<FieldDefinition> Columns { get; private set; } = [];

    public IReadOnlyList<RegisterEntry> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>
    /// Public check of the paper behind an entry; null when none of ours is. Where who holds the address may fetch the signed paper, the
    /// list gives no address: the code is printed on the paper for those who are shown it.
    /// </summary>
    public string? CheckHref(RegisterEntry entry) => entry.DocumentId is { } id && tokens.TryGetValue(id, out var token) ? $"/xac-minh/{token}" : null;

    public DateOnly Today => list.Today;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (Published(code) is not { } schema) return this.Answer(Problem.NotFound());
        Schema = schema;
        var found = await list.PageAsync(Reader.Nobody, schema, new EntryFilter(null, Q, Guid.TryParse(Sau, out var after) ? after : null), ct);
        Next = found.Count > EntryList.PageSize ? found[EntryList.PageSize - 1].Id.ToString() : null;
        Rows = [.. found.Take(EntryList.PageSize)];
        // A column that nothing on the page fills, such as the last day of licences without end, tells nobody anything.
        Columns = [.. schema.PublicColumns.Where(c => c.Index && Rows.Any(e => EntryTable.Text(e, c).Length > 0))];
        if (!schema.PublicFile) tokens = await documents.TokensAsync([.. Rows.Select(e => e.DocumentId).OfType<Guid>()], ct);
        return Page();
    }

    public async Task<IActionResult> OnGetBangAsync(string code, CancellationToken ct)
    {
        if (Published(code) is not { } schema) return this.Answer(Problem.NotFound());
        var rows = await list.AllAsync(Reader.Nobody, schema, new EntryFilter(null, null, null), ct);
        return File(EntryTable.Csv(schema, [.. schema.PublicColumns], rows, Today), "text/csv; charset=utf-8", code + ".csv");
    }

    public async Task<IActionResult> OnGetXlsxAsync(string code, CancellationToken ct)
    {
        if (Published(code) is not { } schema) return this.Answer(Problem.NotFound());
        var entries = list.StreamAsync(Reader.Nobody, schema, new EntryFilter(null, null, null));
        return await SheetFile.AnswerAsync(EntrySheet.Of(schema, [.. schema.PublicColumns], entries, Today, [$"Danh sách công khai, ngày {Wording.Date(Today)}"]), code, ct);
    }

    private RegisterSchema? Published(string code) => list.Register(code) is { } schema && schema.PublicColumns.Any() ? schema : null;
}
