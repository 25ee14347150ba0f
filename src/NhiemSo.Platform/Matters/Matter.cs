using NhiemSo.Platform.Authority;

namespace NhiemSo.Platform.Matters;

/// <summary>What a list needs to know of a state, whatever the process.</summary>
public enum StateGroup
{
    /// <summary>Waits for the office to begin.</summary>
    Waiting,
    Open,

    /// <summary>Waits for somebody outside; the statutory clock stands.</summary>
    Paused,

    /// <summary>Decided; the result is to be handed over or was.</summary>
    Done,

    /// <summary>Ended without a decision.</summary>
    Closed,
}

public enum Confidentiality
{
    Open,

    /// <summary>Exists only for the people named on it.</summary>
    Restricted,
}

/// <summary>
/// The spine: one row for anything that moves, with all that a list, a count, a permission or a due-date question needs.
/// Written in the same act as the room's own row, which shares its key. Cross-room pages read these columns only.
/// </summary>
public sealed class Matter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Which room's row shares the key, e.g. <c>dossier</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Official number, once it has one.</summary>
    public string? Number { get; set; }

    public required string Title { get; set; }

    /// <summary>Who it concerns, as shown in lists.</summary>
    public string? PartyName { get; set; }

    public Guid? PartyId { get; set; }

    /// <summary>Provision of the mandate it is done under.</summary>
    public required Guid DutyId { get; set; }

    /// <summary>Its citation, e.g. <c>4.3.2.a</c>.</summary>
    public required string DutyCitation { get; set; }

    /// <summary>The unit that answers for it.</summary>
    public required Guid UnitId { get; set; }

    public Guid? ResponsibleId { get; set; }

    /// <summary>Code of the process.</summary>
    public required string Process { get; set; }

    /// <summary>Hash of the process version it runs under, fixed when it was opened.</summary>
    public required string ProcessVersion { get; set; }

    public required string State { get; set; }

    /// <summary>The state's name as staff read it.</summary>
    public required string StateName { get; set; }

    public StateGroup Group { get; set; }

    /// <summary>Whose turn it is; null when nobody has to do anything.</summary>
    public Role? Turn { get; set; }

    /// <summary>Instant by which the law wants it done; null while no clock runs or it is paused.</summary>
    public DateTime? Due { get; set; }

    /// <summary>The first due date, kept when it is extended.</summary>
    public DateTime? OriginalDue { get; set; }

    /// <summary>The clocks as canonical JSON (statutory and step); see WorkingTime.</summary>
    public string Clocks { get; set; } = "{}";

    public required DateTime Opened { get; init; }

    public DateTime? Closed { get; set; }

    public Confidentiality Confidentiality { get; set; }

    public required DateTime LastEvent { get; set; }

    /// <summary>Grows by one with every act: the second of two editors is told.</summary>
    public int Version { get; set; }

    public bool Demo { get; set; }
}

/// <summary>Who may see a matter: one row per key. The same keys stand beside its search text.</summary>
public sealed class MatterScope
{
    public required Guid MatterId { get; init; }

    public required string Key { get; init; }
}

public enum AssignmentRole
{
    Responsible,
    Cooperating,
    Informed,
}

/// <summary>A person or a unit is asked to do something on a matter.</summary>
public sealed class Assignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MatterId { get; init; }

    public Guid? PersonId { get; init; }

    /// <summary>The unit asked, or the one that followed it.</summary>
    public Guid? UnitId { get; set; }

    public required AssignmentRole Role { get; init; }

    public string? Instruction { get; init; }

    public DateTime? Due { get; init; }

    public required DateTime At { get; init; }

    public required Guid ById { get; init; }

    public DateTime? EndedAt { get; set; }
}
