using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.PublicList;

/// <summary>The public columns of one register; the page shows the indexed ones, the download all.</summary>
[AllowAnonymous]
internal sealed class PublicRegisterModel(EntryList list) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public RegisterSchema Schema { get; private set; } = null!;

    public IReadOnlyList<FieldDefinition> Columns { get; private set; } = [];

    public IReadOnlyList<RegisterEntry> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public DateOnly Today => list.Today;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (Published(code) is not { } schema) return this.Answer(Problem.NotFound());
        Schema = schema;
        Columns = [.. schema.PublicColumns.Where(c => c.Index)];
        var found = await list.PageAsync(Reader.Nobody, schema, new EntryFilter(null, Q, Guid.TryParse(Sau, out var after) ? after : null), ct);
        Next = found.Count > EntryList.PageSize ? found[EntryList.PageSize - 1].Id.ToString() : null;
        Rows = [.. found.Take(EntryList.PageSize)];
        return Page();
    }

    public async Task<IActionResult> OnGetBangAsync(string code, CancellationToken ct)
    {
        if (Published(code) is not { } schema) return this.Answer(Problem.NotFound());
        var rows = await list.AllAsync(Reader.Nobody, schema, new EntryFilter(null, null, null), ct);
        return File(EntryTable.Csv(schema, [.. schema.PublicColumns], rows, Today), "text/csv; charset=utf-8", code + ".csv");
    }

    private RegisterSchema? Published(string code) => list.Register(code) is { } schema && schema.PublicColumns.Any() ? schema : null;
}
