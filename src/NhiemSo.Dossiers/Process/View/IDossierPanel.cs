using NhiemSo.Platform.Authority;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>A part of the dossier page: a partial view with its model.</summary>
/// <param name="Aside">Stands in the narrow column.</param>
internal sealed record DossierPanel(string View, object Model, bool Aside = false);

/// <summary>A use case that has something to show, or to offer, on the page of a dossier; the page itself names none.</summary>
internal interface IDossierPanel
{
    /// <summary>From top to bottom.</summary>
    int Order { get; }

    /// <summary>Null when it has nothing for this reader on this dossier.</summary>
    Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct);
}
