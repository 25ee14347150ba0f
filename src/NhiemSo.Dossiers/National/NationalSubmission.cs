using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.National;

/// <summary>A submission that the national portal, or another connected portal, handed over: its own code for it, once per program.</summary>
internal sealed class NationalSubmission : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The connected program's id; no program sees another's.</summary>
    public required string ClientId { get; init; }

    /// <summary>As the administrator named it when it handed the submission over.</summary>
    public required string ClientName { get; init; }

    /// <summary>Mã hồ sơ quốc gia.</summary>
    public required string ExternalId { get; init; }

    /// <summary>SHA-256 of what was handed over: the same again is the same submission, anything else under this code is refused.</summary>
    public required string ContentHash { get; init; }

    public required Guid DossierId { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>
/// A change that a program is told of. Positions of one program are drawn inside the acts, one after the other: whoever asks for what came after
/// a position misses nothing that was being saved at that moment.
/// </summary>
internal sealed class NationalChange : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ClientId { get; init; }

    /// <summary>1 for the program's first change.</summary>
    public required long Position { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>One of the ten of Thông tư 22/2019/TT-BTTTT.</summary>
    public required int Status { get; init; }

    public required string StatusName { get; init; }

    public DateTime? Appointment { get; init; }

    public required DateTime At { get; init; }
}
