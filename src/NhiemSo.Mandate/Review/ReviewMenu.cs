using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Mandate.Review;

internal sealed class ReviewMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Quyết định", "/quan-tri/quyet-dinh", 903, "Quản trị", Role: nameof(Role.Admin))];
}
