using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Figures;

internal sealed class FiguresMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Số liệu một cửa", "/bao-cao/mot-cua", 510, "Sở")];
}
