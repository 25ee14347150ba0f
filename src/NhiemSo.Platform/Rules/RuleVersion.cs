namespace NhiemSo.Platform.Rules;

/// <summary>One immutable version of a rule book, as imported. The database is the truth in force, the file its form of exchange.</summary>
public sealed class RuleVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Kind { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>SHA-256 of the canonical text.</summary>
    public required string Hash { get; init; }

    /// <summary>The book's text as canonical YAML; exported without loss.</summary>
    public required string Text { get; init; }

    /// <summary>Path under <c>rules/</c> it came from and goes back to.</summary>
    public required string Path { get; init; }

    public required DateTime PublishedAt { get; init; }

    public required string PublishedBy { get; init; }
}

/// <summary>A named person confirmed a doubtful fact; bound to the fact's hash, so a changed fact is doubtful again.</summary>
public sealed class RuleConfirmation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Kind { get; init; }

    public required string Code { get; init; }

    /// <summary>Path of the fact in the book, e.g. <c>time_limit</c>.</summary>
    public required string Fact { get; init; }

    public required string FactHash { get; init; }

    public required Guid? PersonId { get; init; }

    public required string PersonName { get; init; }

    public required DateTime At { get; init; }

    /// <summary>On what paper it was checked.</summary>
    public required string Source { get; init; }

    public bool Demo { get; init; }
}
