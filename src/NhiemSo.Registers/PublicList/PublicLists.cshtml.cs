using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;

namespace NhiemSo.Registers.PublicList;

/// <summary>Registers with public columns.</summary>
[AllowAnonymous]
internal sealed class PublicListsModel(EntryList list) : PageModel
{
    public IReadOnlyList<(RegisterSchema Schema, int Count)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var sizes = await list.SizesAsync(Reader.Nobody, ct);
        Rows = [.. list.Registers.Where(s => s.PublicColumns.Any()).Select(s => (s, sizes[s.Code]))];
    }
}
