using NhiemSo.Platform.Shell;

namespace NhiemSo.Mandate.Chart;

internal sealed class MandateMenu : IMenuSource, IPublicNavSource
{
    IEnumerable<MenuItem> IMenuSource.Items => [new("Cơ cấu, nhiệm vụ", "/co-cau", 900, "Sở")];

    IEnumerable<PublicNavItem> IPublicNavSource.Items => [new("Cơ cấu, nhiệm vụ", "/co-cau", 400)];
}
