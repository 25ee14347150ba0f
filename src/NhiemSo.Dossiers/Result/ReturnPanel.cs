using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Result;

/// <summary>How the result reached the applicant, for staff and for the applicant.</summary>
internal sealed class ReturnPanel : IDossierPanel, IStatusPanel
{
    public int Order => 30;

    public Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct) =>
        Task.FromResult(facts.Dossier is { ReturnedVia: null, DownloadedAt: null } ? null : new DossierPanel("/Result/_Returned.cshtml", facts.Dossier, Aside: true));

    /// <summary>The applicant follows the letter by its number.</summary>
    public Task<StatusPanel?> OfAsync(Matter matter, Dossier dossier, CancellationToken ct) =>
        Task.FromResult(dossier.PostTracking is null ? null : new StatusPanel("/Result/_Posted.cshtml", dossier));
}
