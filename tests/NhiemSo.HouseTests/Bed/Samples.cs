using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;

namespace NhiemSo.HouseTests.Bed;

/// <summary>Rows that are complete and stand for nothing.</summary>
public static class Samples
{
    public static Matter Matter(Guid? unit = null) => new()
    {
        Kind = "dossier", Title = "Hồ sơ thử", DutyId = Guid.CreateVersion7(), DutyCitation = "1.1", UnitId = unit ?? Guid.CreateVersion7(),
        Process = "thu", ProcessVersion = "thu@1", State = "moi", StateName = "Mới", Opened = Office.Start, LastEvent = Office.Start,
    };

    public static Actor Actor { get; } = new(Guid.CreateVersion7(), "Nguyễn Thị Mai", "Chuyên viên, Văn phòng Sở");
}
