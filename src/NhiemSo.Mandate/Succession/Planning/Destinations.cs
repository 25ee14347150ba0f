using NhiemSo.Mandate.Succession.Model;

namespace NhiemSo.Mandate.Succession.Planning;

/// <summary>
/// Where open work goes: from the provision it was opened under, through every decision since, to exactly one unit of the decision that
/// follows; work whose provision is unknown goes with its unit. Pure.
/// </summary>
/// <param name="mandates">The decisions that follow others, oldest first; the last is the one planned.</param>
/// <param name="duties">The mappings of all of them.</param>
/// <param name="units">The same for units.</param>
/// <param name="answering">The unit of every provision of the last decision.</param>
/// <param name="last">The units of the last decision.</param>
internal sealed class Destinations(
    IReadOnlyList<Guid> mandates, IEnumerable<DutyMapping> duties, IEnumerable<UnitMapping> units, IReadOnlyDictionary<Guid, Guid> answering, IReadOnlySet<Guid> last)
{
    private readonly Dictionary<Guid, DutyMapping> next = duties.Where(m => m.IsDefault).ToDictionary(m => m.OldId);
    private readonly Dictionary<(Guid Mandate, Guid Unit), Guid> following = units.Where(m => m.IsDefault).ToDictionary(m => (m.MandateId, m.OldId), m => m.NewId);

    /// <summary>The unit that answers for what was opened under a provision; null when the provision is unknown or not arranged.</summary>
    public Guid? OfDuty(Guid provision)
    {
        var (at, dropped) = Last(provision);
        if (dropped is { } to) return OfUnit(to.UnitId!.Value, to.MandateId);
        return answering.TryGetValue(at, out var unit) ? unit : null;
    }

    /// <summary>The provision of the last decision that takes a provision's place; null when there is none.</summary>
    public Guid? Successor(Guid provision) => Last(provision) is (var at, null) && answering.ContainsKey(at) ? at : null;

    /// <summary>The unit that follows a unit, through every decision; null when nobody said.</summary>
    /// <param name="after">The unit is one of this decision; null: of any.</param>
    public Guid? OfUnit(Guid unit, Guid? after = null)
    {
        foreach (var mandate in after is { } made ? mandates.SkipWhile(m => m != made).Skip(1) : mandates)
            if (following.TryGetValue((mandate, unit), out var to)) unit = to;
        return last.Contains(unit) ? unit : null;
    }

    /// <summary>Where a matter goes that was opened under <paramref name="duty"/> and lies with <paramref name="unit"/>.</summary>
    /// <param name="known">Whether the provision is a duty of any decision.</param>
    public Guid? Of(Guid duty, Guid unit, bool known) => known ? OfDuty(duty) : OfUnit(unit);

    private (Guid At, DutyMapping? Dropped) Last(Guid provision)
    {
        for (var at = provision; ;)
        {
            if (answering.ContainsKey(at) || !next.TryGetValue(at, out var to)) return (at, null);
            if (to.NewId is not { } successor) return (at, to);
            at = successor;
        }
    }
}
