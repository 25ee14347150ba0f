using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.Result;

/// <param name="Number">Number of the licence to be changed, as stated or as the draft corrects it.</param>
/// <param name="Found">Null when the register has no such number.</param>
internal sealed record LicenceShown(string Number, string? Register, LicenceOnFile? Found);

/// <summary>Shows the licence that a dossier changes.</summary>
internal sealed class LicencePanel(LicenceWork licences) : IDossierPanel
{
    public int Order => 10;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        if (facts.Procedure.Result.ActsOn is not { } on) return null;
        var dossier = facts.Dossier;
        var stated = Json.Values(dossier.DraftOutcome is null || dossier.DraftOutcome == ActOutcomeWords.Refused ? dossier.Data : dossier.Draft);
        return stated.GetValueOrDefault(on.Field)?.ToString() is { } number
            ? new DossierPanel("/Result/_Licence.cshtml", new LicenceShown(number, facts.Procedure.Result.Register, await licences.FindAsync(facts.Procedure, stated, reader, ct)))
            : null;
    }
}
