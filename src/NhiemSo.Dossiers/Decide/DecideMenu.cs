using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Decide;

internal sealed class DecideMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items =>
    [
        new("Phân cấp quyết định", "/quan-tri/phan-cap", 903, "Quản trị", Role: nameof(Role.Admin)),
        new("Phân cấp quyết định", "/quan-tri/phan-cap", 903, "Quản trị", Role: nameof(Role.Leader)),
    ];
}
