using NhiemSo.Mandate;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;

namespace NhiemSo.Registers.Earlier;

/// <summary>Who may do what with the earlier licences of a register: the unit that answers for its duty types them in, its head or a leader confirms what somebody else typed.</summary>
internal sealed class EarlierRights(IDuties duties, EntryList list, TimeProvider time)
{
    /// <summary>The duty a register is kept under today; null when the mandate has none, or the register keeps no date of issue.</summary>
    public async Task<Duty?> DutyAsync(RegisterSchema schema, CancellationToken ct) =>
        EarlierInput.Issued(schema) is null ? null : await duties.FindAsync(schema.Duty, schema.Written, time.Today(), ct);

    public async Task<(RegisterSchema Schema, Duty Duty)?> FindAsync(string code, CancellationToken ct) =>
        list.Register(code) is { } schema && await DutyAsync(schema, ct) is { } duty ? (schema, duty) : null;

    public static bool MayEnter(Reader reader, Guid unit) => reader.Grants.Any(g => g.UnitId == unit && g.Role is Role.Officer or Role.UnitHead);

    public static bool MayDecide(Reader reader, Guid unit) => reader.Has(Role.Leader) || reader.Grants.Any(g => g.UnitId == unit && g.Role == Role.UnitHead);

    public static bool MayRead(Reader reader, Guid unit) => MayEnter(reader, unit) || MayDecide(reader, unit);

    public static Actor Actor(Reader reader, Guid unit) => new(reader.PersonId, reader.Name, reader.Grants.FirstOrDefault(g => g.UnitId == unit)?.Capacity ?? reader.Capacity);
}
