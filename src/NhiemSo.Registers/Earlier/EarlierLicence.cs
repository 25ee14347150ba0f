using Microsoft.EntityFrameworkCore;

namespace NhiemSo.Registers.Earlier;

/// <summary>
/// A licence that was issued on paper before this system, typed in by the unit that keeps the register, or a correction of such an entry.
/// It waits here until a second person confirms it; only then does the register, and whoever reads it, know of it.
/// </summary>
internal sealed class EarlierLicence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Register { get; init; }

    /// <summary>Hash of the schema version the data follows.</summary>
    public required string SchemaVersion { get; init; }

    /// <summary>The entry it corrects, or became; null while a new one waits.</summary>
    public Guid? EntryId { get; set; }

    public required bool Corrects { get; init; }

    /// <summary>Version of the entry that was corrected: if it moved on meanwhile, the correction is asked again.</summary>
    public int? EntryVersion { get; init; }

    public required string Number { get; init; }

    public required string HolderName { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required string State { get; init; }

    /// <summary>Canonical JSON of the columns.</summary>
    public required string Data { get; init; }

    /// <summary>Scan of the paper.</summary>
    public Guid? FileId { get; init; }

    /// <summary>From which paper it was typed.</summary>
    public required string Source { get; init; }

    /// <summary>The file it came in with, for files of many.</summary>
    public Guid? BatchId { get; init; }

    public string? BatchName { get; init; }

    public required Guid DutyId { get; init; }

    public required Guid UnitId { get; set; }

    public required Guid? ById { get; init; }

    public required string ByName { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Null while it waits.</summary>
    public bool? Confirmed { get; set; }

    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; set; }

    public int Version { get; set; }

    public bool Demo { get; init; }
}

internal static class EarlierTables
{
    public static void Add(ModelBuilder model) => model.Entity<EarlierLicence>(t =>
    {
        t.ToTable("rg_earlier");
        t.Property(e => e.Version).IsConcurrencyToken();
        t.HasIndex(e => new { e.Register, e.Confirmed, e.Id });
        t.HasIndex(e => new { e.Register, e.Number });
        t.HasIndex(e => e.EntryId);
        t.HasIndex(e => e.BatchId);
    });
}
