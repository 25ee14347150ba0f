using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>What one step of a process may take of the whole limit, and who answers for it.</summary>
public sealed record StepShare(string Step, string Owner, Limit Share);

/// <summary>A step's clock inside the whole: due when <paramref name="Until"/>, counted from the start of the whole, has run.</summary>
/// <param name="Until">The sum of the shares up to and with this step; the last step's is the whole limit.</param>
/// <param name="Last">The last step; extensions of the whole are its.</param>
public sealed record StepClock(string Step, string Owner, Limit Share, Limit Until, bool Last)
{
    /// <summary>Splits a statutory limit into steps. Refused unless the shares have the limit's unit and sum to it exactly.</summary>
    public static Outcome<StepClock[]> Split(Limit total, IReadOnlyList<StepShare> shares)
    {
        if (shares.FirstOrDefault(s => s.Share.Unit != total.Unit) is { } other)
            return Problem.Invalid($"Bước \"{other.Step}\" ghi {other.Share}; mọi bước phải tính bằng {total.Unit.Word()} như thời hạn chung {total}.");
        var sum = shares.Sum(s => s.Share.Amount);
        if (sum != total.Amount)
            return Problem.Invalid($"Các bước cộng lại là {Limit.AmountText(sum)} {total.Unit.Word()}, phải đúng bằng thời hạn chung {total}.");

        var (steps, until) = (new List<StepClock>(), 0m);
        foreach (var share in shares)
        {
            until += share.Share.Amount;
            steps.Add(new(share.Step, share.Owner, share.Share, Limit.Of(until, total.Unit).Value!, steps.Count == shares.Count - 1));
        }

        return steps.ToArray();
    }

    /// <summary>When the step is due under the whole matter's clock: same start, pauses and resets.</summary>
    public ClockAnswer Due(RunningClock whole, WorkingCalendar calendar) =>
        (whole with { Limit = Until, Extensions = Last ? whole.Extensions : [] }).Answer(calendar);
}
