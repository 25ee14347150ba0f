using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search;

/// <summary>One search for everybody: staff find what they may see, others what is public.</summary>
[AllowAnonymous]
internal sealed class SearchPageModel(SearchService search, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    /// <summary>One kind only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Loai { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public string Text => Q?.Trim() ?? "";

    public SearchKind? OneKind { get; private set; }

    public SearchAnswer Answer { get; private set; } = new(new SearchQuery([], ""), Closeness.Whole, [], []);

    public async Task OnGetAsync(CancellationToken ct)
    {
        OneKind = search.Kinds.FirstOrDefault(k => k.Kind == Loai);
        Answer = await search.FindAsync(Text, await current.GetAsync(ct), OneKind?.Kind, Sau, ct);
    }

    public string Address(string? kind) => $"/tim?q={Uri.EscapeDataString(Text)}" + (kind is null ? "" : $"&loai={kind}");
}
