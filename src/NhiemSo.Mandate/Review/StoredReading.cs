using Microsoft.EntityFrameworkCore;

namespace NhiemSo.Mandate.Review;

/// <summary>A decision's file as read on a day. The reading stays as it was; what people corrected stands beside it.</summary>
internal sealed class StoredReading
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The file it was read from.</summary>
    public required Guid FileId { get; init; }

    public required string FileHash { get; init; }

    public required string FileName { get; init; }

    /// <summary>Number and title as they stand now, for the list.</summary>
    public string? Number { get; set; }

    public string? Title { get; set; }

    /// <summary>The <see cref="Review.Outline"/> as JSON.</summary>
    public required string Outline { get; init; }

    public required string ByName { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Counts corrections made and taken back: whoever corrects says which state they saw.</summary>
    public int Version { get; set; }

    /// <summary>Code of the mandate it became.</summary>
    public string? MandateCode { get; set; }

    public DateTime? InForceAt { get; set; }

    public string? InForceBy { get; set; }
}

/// <summary>One correction of a reading. Taken back it stays in the list, struck out.</summary>
internal sealed class StoredCorrection
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ReadingId { get; init; }

    /// <summary>Its place in the order, from 1; the version of the reading it made.</summary>
    public required int Version { get; init; }

    /// <summary>What it did, in words.</summary>
    public required string Text { get; init; }

    /// <summary>The <see cref="Correction"/> as JSON.</summary>
    public required string Body { get; init; }

    public required string ByName { get; init; }

    public required DateTime At { get; init; }

    public string? UndoneBy { get; set; }

    public DateTime? UndoneAt { get; set; }

    /// <summary>The version of the reading that taking it back made.</summary>
    public int? UndoneVersion { get; set; }
}

internal static class ReviewTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<StoredReading>(t =>
        {
            t.ToTable("md_reading");
            t.Property(r => r.Version).IsConcurrencyToken();
            t.HasIndex(r => r.FileHash);
        });
        model.Entity<StoredCorrection>(t =>
        {
            t.ToTable("md_correction");
            t.HasIndex(c => new { c.ReadingId, c.Version }).IsUnique();
        });
    }
}
