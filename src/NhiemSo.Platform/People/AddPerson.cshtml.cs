using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Platform.People;

/// <summary>A one-time password as it is shown, once.</summary>
internal sealed record GivenPassword(Guid PersonId, string UserName, string Password);

/// <summary>A new person with a first post and an account.</summary>
internal sealed class AddPersonModel(CurrentReader current, PeopleView view, PeopleDesk desk) : PageModel
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public GivenPassword? Given { get; private set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public PostInput Post { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid? donVi, CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return this.Answer(Problem.Forbidden());
        Post.UnitId = donVi;
        Units = await view.UnitChoicesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Units = await view.UnitChoicesAsync(ct);
        var added = await desk.AddAsync(new NewPerson(FullName, Email, UserName, Post), await current.GetAsync(ct), ct);
        if (!added.Ok) return this.Answer(added.Problem);
        Given = new GivenPassword(added.Value.PersonId, UserName!.Trim(), added.Value.Password);
        return Page();
    }
}
