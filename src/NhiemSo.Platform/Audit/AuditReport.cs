namespace NhiemSo.Platform.Audit;

public enum AuditFaultKind
{
    /// <summary>The entry's columns do not give its hash.</summary>
    Changed,

    /// <summary>Entries that were there are gone.</summary>
    Removed,

    /// <summary>An entry that was never appended.</summary>
    Inserted,

    /// <summary>The entry does not follow the one before it: swapped, replaced, or the one before was.</summary>
    Broken,

    /// <summary>The kept personal value is not the one that was recorded.</summary>
    PersonalChanged,

    /// <summary>A checkpoint is missing, changed or not signed with our key.</summary>
    Checkpoint,
}

/// <summary>One thing that is not as it was written.</summary>
/// <param name="Subject">Kind of the chain; <c>checkpoint</c> for faults of checkpoints.</param>
/// <param name="Position">Place in the chain, or the checkpoint's number.</param>
/// <param name="Text">What it is, in Vietnamese.</param>
public sealed record AuditFault(AuditFaultKind Kind, string Subject, Guid SubjectId, long Position, string Text);

/// <summary>What a verification found.</summary>
/// <param name="Faults">The first thousand; <paramref name="FaultCount"/> counts them all.</param>
/// <param name="VouchedUntil">Time of the last good checkpoint: up to it, changes, removals and insertions are named. Null: no checkpoint.</param>
public sealed record AuditReport(long Entries, long Chains, int Checkpoints, IReadOnlyList<AuditFault> Faults, long FaultCount, DateTime? VouchedUntil)
{
    public bool Clean => FaultCount == 0;
}

/// <summary>Collects faults in constant memory.</summary>
internal sealed class AuditFaults
{
    private const int Kept = 1000;
    private readonly List<AuditFault> faults = [];

    public long Count { get; private set; }

    public IReadOnlyList<AuditFault> First => faults;

    public void Add(AuditFaultKind kind, string subject, Guid subjectId, long position, string text)
    {
        Count++;
        if (faults.Count < Kept) faults.Add(new AuditFault(kind, subject, subjectId, position, text));
    }
}
