using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process;

/// <summary>An act that somebody wants to take on a dossier, as it comes from a page.</summary>
/// <param name="Seen">Version of the matter on the page.</param>
internal sealed record DossierAct(Guid Id, string Act, Reader By, int? Seen, string? Reason = null);

/// <summary>What a use case does with the dossier within the act.</summary>
internal delegate Task<Outcome<Done>> DossierPart(ActScope act, Dossier dossier, Procedure procedure, CancellationToken ct);

/// <summary>Acts on dossiers: loads the room's row beside the spine and hands the procedure's own limits to the clocks.</summary>
internal sealed class DossierActs(DepartmentDb db, Work work, MatterActs acts, Catalogue catalogue)
{
    public static readonly DossierPart Nothing = (_, _, _, _) => Task.FromResult<Outcome<Done>>(Done.Yes);

    /// <param name="limits">Lengths of clocks that the act itself decides, in place of the procedure's.</param>
    public Task<Outcome<Matter>> TakeAsync(DossierAct request, DossierPart part, CancellationToken ct, IReadOnlyDictionary<string, Limit>? limits = null) =>
        work.ActAsync(c => InActAsync(request, part, c, limits), ct);

    /// <summary>The same within an act already open.</summary>
    public async Task<Outcome<Matter>> InActAsync(DossierAct request, DossierPart part, CancellationToken ct, IReadOnlyDictionary<string, Limit>? limits = null)
    {
        if (await db.Set<Dossier>().FirstOrDefaultAsync(d => d.Id == request.Id, ct) is not { } dossier) return Problem.NotFound();
        var procedure = catalogue.Version(dossier.ProcedureVersion);
        return await acts.InActAsync(
            new ActRequest(request.Id, request.Act, request.By, request.Seen, request.Reason, limits ?? Limits(procedure)),
            (act, c) => part(act, dossier, procedure, c), ct);
    }

    /// <summary>Lengths of clocks that the procedure sets.</summary>
    public static Dictionary<string, Limit> Limits(Procedure procedure)
    {
        var limits = new Dictionary<string, Limit>(StringComparer.Ordinal);
        if (procedure.TimeLimit is { } stated) limits["time_limit"] = stated.Limit;
        if (procedure.SupplementNoticeLimit is { } notice) limits["supplement_notice_limit"] = notice;
        return limits;
    }
}
