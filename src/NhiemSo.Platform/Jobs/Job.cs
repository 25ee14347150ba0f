using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Jobs;

public enum JobState
{
    Waiting,
    Done,

    /// <summary>Tried often enough; waits visibly for a person.</summary>
    Dead,
}

/// <summary>Work to do after an act, enqueued in its transaction: a message to send, a text to index. Idempotent by key.</summary>
public sealed class Job : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Kind { get; init; }

    /// <summary>The same key is enqueued once.</summary>
    public required string Key { get; init; }

    /// <summary>JSON for the handler of the kind.</summary>
    public required string Body { get; init; }

    public JobState State { get; set; }

    public required DateTime RunAt { get; set; }

    /// <summary>Until then the node named in <see cref="LeaseBy"/> works on it.</summary>
    public DateTime? LeaseUntil { get; set; }

    public string? LeaseBy { get; set; }

    public int Tries { get; set; }

    public string? LastError { get; set; }

    public required DateTime At { get; init; }

    public DateTime? DoneAt { get; set; }
}
