using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Rating;

internal sealed class RatingMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items =>
    [
        new("Mức độ hài lòng", "/bao-cao/hai-long", 510, "Sở", Role: nameof(Role.Leader)),
        new("Mức độ hài lòng", "/bao-cao/hai-long", 510, "Sở", Role: nameof(Role.UnitHead)),
    ];
}
