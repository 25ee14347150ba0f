using CsCheck;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Succession;

/// <summary>No open matter is lost: through any number of decisions, whatever was mapped to whatever, each has exactly one unit of the last one.</summary>
public sealed class DestinationTests
{
    private sealed record Decision(Guid Id, Guid[] Duties, Guid[] Units, Dictionary<Guid, Guid> Answering);

    private static readonly Gen<Decision> AnyDecision =
        from duties in Gen.Guid.Array[1, 8]
        from units in Gen.Guid.Array[1, 4]
        from given in Gen.Int[0, 100].Array[duties.Length]
        from id in Gen.Guid
        select new Decision(id, duties, units, duties.Select((d, i) => (d, units[given[i] % units.Length])).ToDictionary(x => x.d, x => x.Item2));

    [Fact]
    public void Every_duty_and_every_unit_ever_leads_to_one_unit_of_the_last_decision() =>
        (from decisions in AnyDecision.Array[2, 5]
         from dice in Gen.Int[0, 1000].Array[400]
         select (decisions, dice)).Sample(x =>
        {
            var (duties, units) = Mapped(x.decisions, x.dice);
            var last = x.decisions[^1];
            var to = new Destinations([.. x.decisions.Skip(1).Select(d => d.Id)], duties, units, last.Answering, last.Units.ToHashSet());
            foreach (var decision in x.decisions)
            {
                foreach (var duty in decision.Duties) last.Units.ShouldContain(to.OfDuty(duty).ShouldNotBeNull());
                foreach (var unit in decision.Units) last.Units.ShouldContain(to.OfUnit(unit, decision == x.decisions[0] ? null : decision.Id).ShouldNotBeNull());
                foreach (var duty in decision.Duties.Where(d => to.Successor(d) is not null)) to.OfDuty(duty).ShouldBe(last.Answering[to.Successor(duty)!.Value], "where the duty goes, its work goes");
            }
        }, iter: 300);

    [Fact]
    public void What_nobody_mapped_goes_nowhere_and_blocks()
    {
        var (mandate, duty, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var to = new Destinations([mandate], [], [], new Dictionary<Guid, Guid>(), new HashSet<Guid>());
        (to.OfDuty(duty), to.OfUnit(unit), to.Of(duty, unit, known: true)).ShouldBe((null, null, null));
    }

    /// <summary>Between each decision and the next: some duties go on, some are split or merged, some are dropped and wound up by a unit.</summary>
    private static (List<DutyMapping> Duties, List<UnitMapping> Units) Mapped(Decision[] decisions, int[] dice)
    {
        var (duties, units, at) = (new List<DutyMapping>(), new List<UnitMapping>(), 0);
        foreach (var (old, next) in decisions.Zip(decisions.Skip(1)))
        {
            foreach (var duty in old.Duties)
            {
                var dropped = Roll() % 5 == 0;
                duties.Add(new DutyMapping { MandateId = next.Id, OldId = duty, NewId = dropped ? null : next.Duties[Roll() % next.Duties.Length], UnitId = dropped ? next.Units[Roll() % next.Units.Length] : null, IsDefault = true, By = "", At = default });
                if (!dropped && Roll() % 3 == 0) duties.Add(new DutyMapping { MandateId = next.Id, OldId = duty, NewId = next.Duties[Roll() % next.Duties.Length], IsDefault = false, By = "", At = default });
            }

            foreach (var unit in old.Units) units.Add(new UnitMapping { MandateId = next.Id, OldId = unit, NewId = next.Units[Roll() % next.Units.Length], IsDefault = true, WindsUp = Roll() % 4 == 0, By = "", At = default });
        }

        return (duties, units);

        int Roll() => dice[at++ % dice.Length];
    }
}
