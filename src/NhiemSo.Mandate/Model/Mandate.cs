namespace NhiemSo.Mandate.Model;

/// <summary>A decision that gives the department its duties, put in force by a named person. One follows another; none that was in force is deleted.</summary>
internal sealed class MandateDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Code of its rule book, e.g. <c>qd-55-2024</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Number and symbol, e.g. <c>55/QĐ-STTTT</c>.</summary>
    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required string Title { get; init; }

    public required string Issuer { get; init; }

    /// <summary>First day in force. Its provisions are in force as long as it is.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force, set by its successor.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Read and reviewed to follow the one in force; nothing goes by it before the office has gone over to it.</summary>
    public bool Planned { get; set; }

    /// <summary>What it replaces, e.g. <c>233/QĐ-STTTT</c>.</summary>
    public string? Replaces { get; init; }

    public required string ImportedBy { get; init; }

    public required DateTime ImportedAt { get; init; }
}

/// <summary>One node of the decision as read: clause, point, dash. It keeps its identity for matters opened under it.</summary>
internal sealed class Provision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MandateId { get; init; }

    /// <summary>Short citation, e.g. <c>4.3.2.a</c>.</summary>
    public required string Citation { get; init; }

    /// <summary>The legal way to say it: điểm a mục 4.3.2 khoản 4 Điều 1.</summary>
    public required string Display { get; init; }

    public required string Kind { get; init; }

    public required string Label { get; init; }

    public string? Heading { get; init; }

    public required string Text { get; init; }

    public string? ParentCitation { get; init; }

    /// <summary>Order in the text.</summary>
    public required int Order { get; init; }

    /// <summary>Line of the source text.</summary>
    public required int Line { get; init; }

    /// <summary>A leaf under functions and duties.</summary>
    public required bool IsDuty { get; init; }

    /// <summary>The unit that answers for it; null outside units.</summary>
    public Guid? UnitId { get; init; }
}
