using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Portal;

/// <summary>Procedures found in everyday words.</summary>
[AllowAnonymous]
internal sealed class FindModel(Finder finder, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<OfferedProcedure> Found { get; private set; } = [];

    public void OnGet() => Found = finder.Find(Q, time.Today());
}
