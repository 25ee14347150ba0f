using NhiemSo.Documents;
using NhiemSo.Dossiers;
using NhiemSo.Mandate;
using NhiemSo.Platform;
using NhiemSo.Platform.Rooms;
using NhiemSo.Registers;

namespace NhiemSo.Host;

/// <summary>The one place that lists the rooms, ground floor first.</summary>
internal static class Rooms
{
    public static readonly IReadOnlyList<IRoom> All =
    [
        new PlatformRoom(),
        new MandateRoom(),
        new DocumentsRoom(),
        new RegistersRoom(),
        new DossiersRoom(),
    ];
}
