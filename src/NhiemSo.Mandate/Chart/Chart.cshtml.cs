using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Chart;

internal sealed record UnitBlock(Unit Unit, IReadOnlyList<DutyLine> Duties, PostHolder? Head, IReadOnlyList<DutyCell> Cells);

/// <summary>The organisation chart: every unit with its map of duties. The decision is public, what is done under it only for who may see it.</summary>
[AllowAnonymous]
internal sealed class ChartModel(MandateView view, CurrentReader current) : PageModel
{
    public MandateDecision? Decision { get; private set; }

    public IReadOnlyList<UnitBlock> Units { get; private set; } = [];

    public int Total => Units.Sum(u => u.Duties.Count);

    /// <summary>On an empty chart: this person may take a decision in.</summary>
    public bool MayTakeIn { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        MayTakeIn = reader.Has(Role.Admin);
        if ((Decision = await view.CurrentAsync(ct)) is null) return;
        var duties = await view.DutiesAsync(Decision.Id, null, reader, ct);
        var blocks = new List<UnitBlock>();
        foreach (var unit in (await view.UnitsAsync(ct)).Where(u => u.ParentId is not null))
        {
            var own = duties.Where(d => d.Provision.UnitId == unit.Id).ToList();
            var head = reader.IsStaff ? (await view.PeopleAsync(unit.Id, ct)).FirstOrDefault() : null;
            blocks.Add(new UnitBlock(unit, own, head, Cells(own, null)));
        }

        Units = blocks;
    }

    /// <param name="exact">The duties aren't those of the decision in force: each address names its very provision.</param>
    public static IReadOnlyList<DutyCell> Cells(IEnumerable<DutyLine> duties, string? here, bool exact = false) =>
        [.. duties.Select(d => new DutyCell(d.Provision.Citation, Href(d, exact), d.State, d.Provision.Citation == here))];

    public static string Href(DutyLine duty, bool exact) => $"/nhiem-vu/{duty.Provision.Citation}" + (exact ? $"?ma={duty.Provision.Id}" : "");
}
