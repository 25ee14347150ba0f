using NhiemSo.Platform.Authority;

namespace NhiemSo.Platform.Matters;

/// <summary>Whether a matter waits for this very reader: the rule of "Việc của tôi", asked of one matter.</summary>
public static class Turns
{
    public static bool WaitsFor(this Matter matter, Reader reader) => matter.Turn switch
    {
        Role.Officer => matter.ResponsibleId is not null && matter.ResponsibleId == reader.PersonId,
        Role.UnitHead => reader.Grants.Any(g => g.Role == Role.UnitHead && g.UnitId == matter.UnitId),
        Role.Desk or Role.Leader or Role.Clerk => reader.Has(matter.Turn.Value),
        _ => false,
    };
}
