using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Registers.Books;

namespace NhiemSo.Registers.Entries;

/// <summary>All registers of the office.</summary>
internal sealed class RegistersModel(EntryList list, CurrentReader current) : PageModel
{
    public IReadOnlyList<(RegisterSchema Schema, int Count)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var sizes = await list.SizesAsync(await current.GetAsync(ct), ct);
        Rows = [.. list.Registers.Select(s => (s, sizes[s.Code]))];
    }
}
