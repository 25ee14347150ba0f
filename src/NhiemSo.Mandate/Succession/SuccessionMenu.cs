using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Mandate.Succession;

internal sealed class SuccessionMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Chuyển sang quyết định mới", "/quan-tri/sap-xep", 905, "Quản trị", Role: nameof(Role.Admin))];
}
