using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;

namespace NhiemSo.Platform.Matters;

/// <summary>An act being done, inside its transaction: what the room's handler and the followers may read and set.</summary>
public sealed class ActScope(Matter matter, ProcessDefinition process, ProcessAct act, Actor actor, Grant grant, DateTime now)
{
    public Matter Matter { get; } = matter;

    public ProcessDefinition Process { get; } = process;

    public ProcessAct Act { get; } = act;

    public Actor Actor { get; } = actor;

    public Grant Grant { get; } = grant;

    /// <summary>UTC, the same for everything the act writes.</summary>
    public DateTime Now { get; } = now;

    /// <summary>What the room changed, for the trail.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>Hashes of files that show the act was rightly done.</summary>
    public List<string> Evidence { get; } = [];

    /// <summary>The sentence of the history; the act's own name unless the room says more.</summary>
    public string? Text { get; set; }

    /// <summary>New last day of the main clock, set by an act whose table says <c>extend</c>.</summary>
    internal ClockExtensionAsked? Extension { get; private set; }

    internal Func<ClockExtensionAsked, Outcome<DateTime>>? Extender { get; init; }

    /// <summary>Asks for a later last day of the main clock; answers the new appointment. Taken up when the act's table says <c>extend</c>.</summary>
    public Outcome<DateTime> Extend(DateOnly until, string reason)
    {
        var asked = new ClockExtensionAsked(until, reason, Act.Basis);
        var outcome = Extender!(asked);
        if (outcome.Ok) Extension = asked;
        return outcome;
    }

    /// <summary>From when the main clock that the act starts is counted; null: from now.</summary>
    public DateTime? Since { get; set; }

    /// <summary>Why, in the words of whoever takes the act; null when none was asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>The state before the act; empty when the act opens the matter.</summary>
    public string StateBefore { get; init; } = "";
}

/// <summary>A later last day that an act asked for.</summary>
internal sealed record ClockExtensionAsked(DateOnly Until, string Reason, string Basis);

/// <summary>
/// Does its part of every act in the same transaction: search text, messages, evidence counts. Rooms register followers
/// for what they know; a follower that fails undoes the act.
/// </summary>
public interface IActFollower
{
    Task AfterAsync(ActScope act, CancellationToken ct);
}
