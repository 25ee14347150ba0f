using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>The entries of one register, for staff.</summary>
internal sealed class RegisterModel(EntryList list, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? TrangThai { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public RegisterSchema Schema { get; private set; } = null!;

    public IReadOnlyList<RegisterEntry> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public DateOnly Today => list.Today;

    public IReadOnlyList<Choice> States =>
    [
        new("", "Tất cả"), .. Schema.States.Select(s => new Choice(s.Id, s.Name)),
        .. Schema.State(EntryList.Expired) is null ? [new Choice(EntryList.Expired, EntryTable.ExpiredName)] : Array.Empty<Choice>(),
    ];

    public string ExportHref => $"/so-bo/{Schema.Code}/xuat" + new QueryBuilder { { "q", Q ?? "" }, { "trangThai", TrangThai ?? "" } };

    private EntryFilter Filter => new(TrangThai, Q, Guid.TryParse(Sau, out var after) ? after : null);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (list.Register(code) is not { } schema) return this.Answer(Problem.NotFound());
        Schema = schema;
        var found = await list.PageAsync(await current.GetAsync(ct), schema, Filter, ct);
        Next = found.Count > EntryList.PageSize ? found[EntryList.PageSize - 1].Id.ToString() : null;
        Rows = [.. found.Take(EntryList.PageSize)];
        return Page();
    }
}
