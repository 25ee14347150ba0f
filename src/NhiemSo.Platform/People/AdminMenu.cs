using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Platform.People;

internal sealed class AdminMenu : IMenuSource
{
    private const string Section = "Quản trị";

    public IEnumerable<MenuItem> Items =>
    [
        new("Người và chức vụ", "/quan-tri/nguoi", 900, Section, Role: nameof(Role.Admin)),
        new("Ủy quyền", "/quan-tri/uy-quyen", 901, Section, Role: nameof(Role.Admin)),
        new("Quy tắc", "/quan-tri/quy-tac", 902, Section, Role: nameof(Role.Admin)),
        new("Quy tắc", "/quan-tri/quy-tac", 902, Section, Role: nameof(Role.Leader)),
        new("Vận hành", "/quan-tri/van-hanh", 990, Section, Role: nameof(Role.Admin)),
    ];
}
