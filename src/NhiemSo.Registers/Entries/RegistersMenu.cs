using NhiemSo.Platform.Shell;

namespace NhiemSo.Registers.Entries;

internal sealed class RegistersMenu : IMenuSource, IPublicNavSource
{
    IEnumerable<MenuItem> IMenuSource.Items => [new("Sổ bộ", "/so-bo", 500, "Sở")];

    IEnumerable<PublicNavItem> IPublicNavSource.Items => [new("Kiểm tra giấy phép", "/xac-minh", 200), new("Danh sách công khai", "/danh-sach-cong-khai", 300)];
}
