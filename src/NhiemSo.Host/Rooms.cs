using NhiemSo.Platform;
using NhiemSo.Platform.Rooms;

namespace NhiemSo.Host;

/// <summary>The one place that lists the rooms, ground floor first.</summary>
internal static class Rooms
{
    public static readonly IReadOnlyList<IRoom> All =
    [
        new PlatformRoom(),
    ];
}
