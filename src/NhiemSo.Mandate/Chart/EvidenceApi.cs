using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Identity;

namespace NhiemSo.Mandate.Chart;

/// <summary>What was done under one duty, over the whole department.</summary>
internal sealed record DutyEvidenceAnswer(string Citation, string UnitCode, EvidenceCounts Evidence);

/// <summary>Counts of the department's work per duty, for programs that were allowed to read them; no matter is named.</summary>
internal static class EvidenceApi
{
    public static readonly ApiScope Scope = new("mandate.read", "Đọc số việc đang làm, quá hạn, đã xong theo từng nhiệm vụ", "Counts of open, late and finished work per duty");

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/mandates/current/evidence", async (MandateView view, CurrentReader current, CancellationToken ct) =>
            {
                if (await view.CurrentAsync(ct) is not { } mandate) return Results.Problem("Chưa có quyết định nào được đưa vào thi hành.", statusCode: 404);
                var units = (await view.UnitsAsync(ct)).ToDictionary(u => u.Id, u => u.Code);
                var reader = await current.GetAsync(ct);
                var duties = await view.DutiesAsync(mandate.Id, null, reader.IsStaff ? reader : Reader.OfDepartment, ct);
                return Results.Ok(duties.Select(d => new DutyEvidenceAnswer(d.Provision.Citation, units[d.Provision.UnitId!.Value], new EvidenceCounts(d.Open, d.Late, d.Done))));
            })
            .NeedsScope(Scope.Name).WithTags("Mandate").WithSummary("Evidence counts per duty over the whole department")
            .Produces<IEnumerable<DutyEvidenceAnswer>>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
}
