using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Follow;

/// <summary>A part of the page on which an applicant follows the dossier: a partial view with its model.</summary>
/// <param name="Asks">What it asks of the applicant, in a sentence; null: nothing.</param>
internal sealed record StatusPanel(string View, object Model, string? Asks = null);

/// <summary>A use case that has something to show, or to offer, to the applicant.</summary>
internal interface IStatusPanel
{
    /// <summary>From top to bottom.</summary>
    int Order { get; }

    /// <summary>Null when it has nothing on this dossier.</summary>
    Task<StatusPanel?> OfAsync(Matter matter, Dossier dossier, CancellationToken ct);
}
