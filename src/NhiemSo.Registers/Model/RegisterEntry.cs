namespace NhiemSo.Registers.Model;

/// <summary>One entry of a register (sổ): a licence, kept with all its versions. Its schema is the rule book <see cref="Register"/>.</summary>
internal sealed class RegisterEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Code of the register's rule book.</summary>
    public required string Register { get; init; }

    /// <summary>Hash of the schema version the data follows.</summary>
    public required string SchemaVersion { get; set; }

    /// <summary>Number of the licence, e.g. 05/GP-STTTT.</summary>
    public required string Number { get; set; }

    public required Guid? HolderId { get; set; }

    public required string HolderName { get; set; }

    /// <summary>State of the schema, e.g. <c>con-hieu-luc</c>, <c>thu-hoi</c>.</summary>
    public required string State { get; set; }

    public required DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>Canonical JSON of the columns.</summary>
    public required string Data { get; set; }

    /// <summary>The matter it came from; of a licence issued before this system, the <see cref="Earlier.EarlierLicence"/>.</summary>
    public required Guid MatterId { get; init; }

    /// <summary>The paper that shows it today, earlier ones stand with their versions; null when it was not issued here.</summary>
    public required Guid? DocumentId { get; set; }

    public required Guid DutyId { get; init; }

    public required Guid UnitId { get; init; }

    public int Version { get; set; } = 1;

    public required DateTime At { get; init; }

    public bool Demo { get; init; }
}

/// <summary>What an entry was, and through which matter it became something else.</summary>
internal sealed class RegisterEntryVersion
{
    public required Guid EntryId { get; init; }

    public required int Version { get; init; }

    public required string State { get; init; }

    public required string Data { get; init; }

    public required Guid? MatterId { get; init; }

    /// <summary>The paper issued with this version; null when only the state changed.</summary>
    public Guid? DocumentId { get; init; }

    public required string Text { get; init; }

    public required string ByName { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>A column flagged index: one typed row, written in the same act, rebuildable.</summary>
internal sealed class RegisterIndex
{
    public required Guid EntryId { get; init; }

    public required string Field { get; init; }

    /// <summary>Vietnamese sort key of texts.</summary>
    public string? SortKey { get; init; }

    public long? Number { get; init; }

    public DateOnly? Date { get; init; }

    public Guid? Reference { get; init; }
}
