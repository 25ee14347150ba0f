using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Processes.Definitions;

namespace NhiemSo.Platform.Matters;

/// <summary>Whose turn it is, and whether a matter waits for this very reader: the rule of "Việc của tôi".</summary>
public static class Turns
{
    /// <summary>The turn of a state. An officer's turn on a matter that no officer has is the head's: he assigns it, or acts himself.</summary>
    public static Role? Of(ProcessState state, Guid? responsibleId) => state.Turn == Role.Officer && responsibleId is null ? Role.UnitHead : state.Turn;

    public static bool WaitsFor(this Matter matter, Reader reader) => matter.Turn switch
    {
        Role.Officer => matter.ResponsibleId is not null && matter.ResponsibleId == reader.PersonId,
        Role.UnitHead => reader.Grants.Any(g => g.Role == Role.UnitHead && g.UnitId == matter.UnitId),
        Role.Desk or Role.Leader or Role.Clerk => reader.Has(matter.Turn.Value),
        _ => false,
    };
}
