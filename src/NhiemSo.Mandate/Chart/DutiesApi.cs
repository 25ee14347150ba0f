using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Identity;

namespace NhiemSo.Mandate.Chart;

/// <summary>What a duty rests on and what was done under it.</summary>
/// <param name="Citation">e.g. <c>4.3.2.a</c>.</param>
/// <param name="Display">Legal form of the citation.</param>
/// <param name="Bound">False when no rule book is bound: the duty says so.</param>
/// <param name="Evidence">Counts the caller may see.</param>
internal sealed record DutyAnswer(
    string Citation, string Display, string Text, string UnitCode, string Unit, bool Bound, IReadOnlyList<BoundBook> RuleBooks, EvidenceCounts Evidence);

internal sealed record EvidenceCounts(int Open, int Late, int DoneThisYear);

/// <summary>The mandate in force.</summary>
internal sealed record MandateAnswer(string Number, DateOnly EffectiveFrom, string? Replaces, int Count, IReadOnlyList<DutyAnswer> Duties);

internal static class DutiesApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/mandates/current/duties", async (MandateView view, CurrentReader current, CancellationToken ct) =>
            {
                if (await view.CurrentAsync(ct) is not { } mandate) return Results.Problem("Chưa có quyết định nào được đưa vào thi hành.", statusCode: 404);
                var units = (await view.UnitsAsync(ct)).ToDictionary(u => u.Id);
                var duties = await view.DutiesAsync(mandate.Id, null, await current.GetAsync(ct), ct);
                return Results.Ok(new MandateAnswer(mandate.Number, mandate.From, mandate.Replaces, duties.Count, [.. duties.Select(d => Answer(d, units))]));
            })
            .AllowAnonymous().WithTags("Mandate").WithSummary("Duties of the mandate in force, with unit, bound rule books and evidence counts")
            .Produces<MandateAnswer>().ProducesProblem(404);

    private static DutyAnswer Answer(DutyLine d, Dictionary<Guid, Platform.Organisation.Unit> units)
    {
        var unit = units[d.Provision.UnitId!.Value];
        return new DutyAnswer(d.Provision.Citation, d.Provision.Display, d.Provision.Text, unit.Code, unit.Name, d.Books.Count > 0, d.Books, new EvidenceCounts(d.Open, d.Late, d.Done));
    }
}
