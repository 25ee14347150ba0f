namespace NhiemSo.Mandate.Succession.Model;

internal enum SuccessionState
{
    /// <summary>Read and reviewed; nothing has moved, mappings may change.</summary>
    Planned,

    /// <summary>The directory has changed over; open work is moving.</summary>
    Running,

    Done,
}

/// <summary>How the office goes over from one decision to the next.</summary>
internal sealed class MandateSuccession
{
    /// <summary>The decision that follows.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>The decision it follows.</summary>
    public required Guid OldId { get; init; }

    public SuccessionState State { get; set; }

    /// <summary>First day of the new posts: the day of the run, which may be later than that of the decision.</summary>
    public DateOnly? Day { get; set; }

    public Guid? StartedById { get; set; }

    public string? StartedBy { get; set; }

    /// <summary>In which post.</summary>
    public string? StartedAs { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }
}

/// <summary>A unit that the next decision makes. It enters the directory on the day; one that goes on as it is has the id of the unit that is there.</summary>
internal sealed class PlannedUnit
{
    public required Guid Id { get; init; }

    public required Guid MandateId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Function { get; init; }

    public required int Order { get; init; }
}

/// <summary>What becomes of a duty: one row for each provision that takes it over, or one without a provision when it is dropped.</summary>
internal sealed class DutyMapping
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The decision that follows.</summary>
    public required Guid MandateId { get; init; }

    public required Guid OldId { get; init; }

    /// <summary>Null when the duty is dropped.</summary>
    public Guid? NewId { get; init; }

    /// <summary>Open work and the rule books go this way; exactly one row of a duty has it.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>The unit that winds up the open work of a dropped duty.</summary>
    public Guid? UnitId { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>What becomes of a unit: one row for each that follows it.</summary>
internal sealed class UnitMapping
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MandateId { get; init; }

    public required Guid OldId { get; init; }

    public required Guid NewId { get; init; }

    /// <summary>Posts, and what is bound to the unit itself, go this way.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>The unit is dropped; the one named here winds up what it leaves.</summary>
    public required bool WindsUp { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>A post that doesn't go where its unit's other posts go.</summary>
internal sealed class PostMapping
{
    public required Guid MandateId { get; init; }

    public required Guid AppointmentId { get; init; }

    /// <summary>Null: the post ends.</summary>
    public Guid? UnitId { get; init; }
}
