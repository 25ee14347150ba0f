using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;

namespace NhiemSo.Dossiers.Fees;

/// <param name="Fees">Null when the procedure asks some and none were computed yet.</param>
internal sealed record FeesShown(Guid Id, FeesOf? Fees, bool MayRecord);

/// <summary>Fees on the dossier's page: how it stands, and the way to the acts.</summary>
internal sealed class FeePanel(FeeBook book) : IDossierPanel
{
    public int Order => 20;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        if (facts.Dossier.AcceptedAt is null || facts.Procedure.Fees is null or { Count: 0 }) return null;
        return new DossierPanel("/Fees/_Fees.cshtml", new FeesShown(facts.Matter.Id, await book.FindAsync(facts.Matter.Id, ct), reader.Has(Role.Desk)), Aside: true);
    }
}
