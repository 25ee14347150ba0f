using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Earlier;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>The entries of one register, for staff.</summary>
internal sealed class RegisterModel(EntryList list, EarlierRights rights, DepartmentDb db, CurrentReader current) : PageModel
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

    /// <summary>This reader's unit types in what was issued before.</summary>
    public bool MayEnter { get; private set; }

    /// <summary>How many wait for a second person; null for who has nothing to do with them.</summary>
    public int? Waiting { get; private set; }

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
        var reader = await current.GetAsync(ct);
        if (await rights.DutyAsync(schema, ct) is { } duty && EarlierRights.MayRead(reader, duty.UnitId))
            (MayEnter, Waiting) = (EarlierRights.MayEnter(reader, duty.UnitId), await db.Set<EarlierLicence>().CountAsync(e => e.Register == code && e.Confirmed == null, ct));
        var found = await list.PageAsync(reader, schema, Filter, ct);
        Next = found.Count > EntryList.PageSize ? found[EntryList.PageSize - 1].Id.ToString() : null;
        Rows = [.. found.Take(EntryList.PageSize)];
        return Page();
    }
}
