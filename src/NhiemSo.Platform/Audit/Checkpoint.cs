using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Audit;

/// <summary>
/// The heads of all chains that grew since the one before, signed with a key that is not in the database. Taken first
/// (in one act), then written to disk and signed; one that is not signed yet is finished by the next run.
/// </summary>
public sealed class Checkpoint : IRepeatOnClash
{
    /// <summary>From 1, without gap.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    /// <summary>How many chains it vouches for.</summary>
    public required int Heads { get; init; }

    /// <summary>The file's text until it is on disk and signed, then null.</summary>
    public string? Text { get; set; }

    /// <summary>SHA-256 of the file.</summary>
    public required string FileHash { get; init; }

    /// <summary>ECDSA P-256 over the file, DER in base64; null until signed.</summary>
    public string? Signature { get; set; }
}

/// <summary>Where checkpoints are copied beside the data folder, as the operator says: another disk, another machine.</summary>
public sealed record CheckpointSettings(string? CopyTo);
