using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;

namespace NhiemSo.Mandate.Succession.Planning;

/// <summary>A duty of either decision, as the comparison needs it.</summary>
internal sealed record PlanDuty(Guid Id, string Citation, string Text, Guid UnitId);

/// <summary>A unit of either decision.</summary>
internal sealed record PlanUnit(Guid Id, string Code, string Name);

/// <summary>Two decisions side by side with what an administrator has arranged so far.</summary>
internal sealed record Plan(
    MandateSuccession Succession, MandateDecision Old, MandateDecision New,
    IReadOnlyList<PlanDuty> OldDuties, IReadOnlyList<PlanDuty> NewDuties, IReadOnlyList<PlanUnit> OldUnits, IReadOnlyList<PlanUnit> NewUnits,
    IReadOnlyList<DutyMapping> Duties, IReadOnlyList<UnitMapping> Units)
{
    private readonly Dictionary<Guid, PlanDuty> duties = OldDuties.Concat(NewDuties).ToDictionary(d => d.Id);
    private readonly Dictionary<Guid, string> names = OldUnits.Concat(NewUnits).DistinctBy(u => u.Id).ToDictionary(u => u.Id, u => u.Name);
    private readonly ILookup<Guid, DutyMapping> ofOld = Duties.ToLookup(m => m.OldId);
    private readonly ILookup<Guid, DutyMapping> ofNew = Duties.Where(m => m.NewId is not null).ToLookup(m => m.NewId!.Value);

    public PlanDuty Duty(Guid id) => duties[id];

    public string UnitName(Guid id) => names.GetValueOrDefault(id, "");

    /// <summary>What becomes of an old duty, the way of its open work first.</summary>
    public IReadOnlyList<DutyMapping> Of(PlanDuty old) => [.. ofOld[old.Id].OrderByDescending(m => m.IsDefault).ThenBy(m => m.Id)];

    /// <summary>From which old duties a new one comes.</summary>
    public IReadOnlyList<PlanDuty> Before(PlanDuty @new) => [.. ofNew[@new.Id].Select(m => duties[m.OldId])];

    public IReadOnlyList<UnitMapping> Of(PlanUnit old) => [.. Units.Where(m => m.OldId == old.Id).OrderByDescending(m => m.IsDefault).ThenBy(m => m.Id)];

    public IReadOnlyList<PlanUnit> Before(PlanUnit @new) => [.. OldUnits.Where(o => Units.Any(m => m.OldId == o.Id && m.NewId == @new.Id && !m.WindsUp))];

    /// <summary>Goes on as it is: nothing bound to it moves.</summary>
    public bool GoesOn(Guid unit) => NewUnits.Any(u => u.Id == unit);

    /// <summary>The unit that follows a unit: where its posts and what is bound to it go; null while nobody said.</summary>
    public Guid? Following(Guid unit) => Units.FirstOrDefault(m => m.OldId == unit && m.IsDefault)?.NewId;

    public IEnumerable<PlanDuty> UnmappedDuties => OldDuties.Where(d => !ofOld.Contains(d.Id));

    public IEnumerable<PlanUnit> UnmappedUnits => OldUnits.Where(u => Following(u.Id) is null);

    public bool IsArranged => !UnmappedDuties.Any() && !UnmappedUnits.Any();
}
