using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Portal;

internal sealed class PortalNav : IPublicNavSource
{
    public IEnumerable<PublicNavItem> Items => [new("Thủ tục", "/thu-tuc", 100), new("Tra cứu hồ sơ", "/tra-cuu", 200), new("Hồ sơ của tôi", "/nguoi-nop", 250)];
}
