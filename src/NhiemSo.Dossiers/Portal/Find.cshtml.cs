using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Portal;

/// <summary>Procedures found in everyday words, by field and by kind of applicant.</summary>
[AllowAnonymous]
internal sealed class FindModel(Finder finder, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Name of a field of administration.</summary>
    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Field { get; set; }

    /// <summary>Code of a kind of applicant.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi-nop")]
    public string? Applicant { get; set; }

    public IReadOnlyList<Choice> Fields { get; private set; } = [];

    public IReadOnlyList<Choice> Applicants { get; private set; } = [];

    public IReadOnlyList<OfferedProcedure> Found { get; private set; } = [];

    public bool Asked => !string.IsNullOrWhiteSpace(Q);

    public bool Narrowed => !string.IsNullOrEmpty(Field) || !string.IsNullOrEmpty(Applicant);

    public void OnGet()
    {
        var today = time.Today();
        (Fields, Applicants) = ([new Choice("", "Mọi lĩnh vực"), .. finder.Fields(today)], [new Choice("", "Bất kỳ ai"), .. finder.Applicants(today)]);
        Found = finder.Find(Q, today, Field, Applicant);
    }
}
