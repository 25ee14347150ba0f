namespace NhiemSo.Platform.Organisation;

/// <summary>An organisational unit with its dates; the root is the department itself.</summary>
public sealed class Unit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Short code used in document symbols and rule books (VP, TTBC).</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public Guid? ParentId { get; set; }

    /// <summary>What the decision says the unit is for.</summary>
    public string? Function { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day, inclusive; null while it exists.</summary>
    public DateOnly? To { get; set; }

    public int Order { get; set; }
}

/// <summary>A post in a unit. Its roles say what whoever holds it may do; the words are in <see cref="Authority.RoleWords"/>.</summary>
public sealed class Position
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; set; }

    public required string Title { get; set; }

    /// <summary>Roles, separated by single spaces.</summary>
    public required string Roles { get; set; }

    /// <summary>1 head of the department, 2 deputy, 3 head of unit, 4 deputy head, 5 others.</summary>
    public int Rank { get; set; } = 5;

    public required DateOnly From { get; set; }

    public DateOnly? To { get; set; }
}

/// <summary>A natural person who works or worked here.</summary>
public sealed class Person
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FullName { get; set; }

    /// <summary>Vietnamese sort key by given name.</summary>
    public required string SortKey { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public bool Demo { get; set; }
}

/// <summary>A person holds a post from a day to a day, on the basis of a decision. Never deleted.</summary>
public sealed class Appointment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; set; }

    public required Guid PositionId { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Number and date of the decision.</summary>
    public required string Basis { get; set; }
}

/// <summary>
/// Authority lent by one person to another for named acts and a bounded time (uỷ quyền, giao ký thay).
/// It ends with the delegator's own appointment and can't be passed on (Nghị định 30/2020/NĐ-CP, Điều 13.3).
/// </summary>
public sealed class Delegation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid FromPersonId { get; set; }

    public required Guid ToPersonId { get; set; }

    /// <summary>Roles lent, separated by single spaces.</summary>
    public required string Roles { get; set; }

    public required DateOnly From { get; set; }

    public required DateOnly To { get; set; }

    public required string Basis { get; set; }

    /// <summary>Set when it was taken back early.</summary>
    public DateTime? RevokedAt { get; set; }
}
