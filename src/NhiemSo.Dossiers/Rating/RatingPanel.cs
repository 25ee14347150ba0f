using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Rating;

/// <summary>Asks the applicant for the survey when the dossier ended.</summary>
internal sealed class RatingPanel(Ratings ratings) : IStatusPanel
{
    public int Order => 20;

    public async Task<StatusPanel?> OfAsync(Matter matter, Dossier dossier, CancellationToken ct) =>
        await ratings.SheetAsync(matter, dossier.Channel, ct) is { } sheet ? new StatusPanel("/Rating/_Rating.cshtml", sheet) : null;
}
