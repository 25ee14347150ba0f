using NhiemSo.Dossiers.Process.View;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Fees;

/// <param name="Fees">Null when the procedure asks some and none were computed yet.</param>
/// <param name="Holds">The result is there and waits for them.</param>
internal sealed record FeesShown(Guid Id, FeesOf? Fees, bool MayRecord, bool Holds);

/// <summary>Fees on the dossier's page: how it stands, and the way to the acts.</summary>
internal sealed class FeePanel(FeeBook book) : IDossierPanel
{
    public int Order => 20;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        if (facts.Dossier.AcceptedAt is null || facts.Procedure.Fees is null or { Count: 0 }) return null;
        var fees = await book.FindAsync(facts.Matter.Id, ct);
        var holds = facts.State is { Group: StateGroup.Done, Terminal: false } && ResultRelease.HeldFor(facts.Dossier, fees?.Sheet) is not null;
        return new DossierPanel("/Fees/_Fees.cshtml", new FeesShown(facts.Matter.Id, fees, reader.Has(Role.Desk), holds), Aside: true);
    }
}
