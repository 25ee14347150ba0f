namespace NhiemSo.Platform.Jobs;

/// <summary>
/// Does the jobs of one kind. Resolved in a scope of its own; may run twice for one job (a node that died half-way),
/// so it must be able to find its own earlier work.
/// </summary>
public interface IJobHandler
{
    /// <summary>E.g. <c>mail</c>.</summary>
    string Kind { get; }

    /// <summary>What it does, in words for the operator.</summary>
    string Title { get; }

    /// <summary>Does it, or throws: then it is tried again later.</summary>
    Task RunAsync(Job job, CancellationToken ct);
}

/// <summary>A job of this kind is enqueued for each day at this time in Vietnam, once however many nodes run.</summary>
public sealed record DailyJob(string Kind, TimeOnly At);
