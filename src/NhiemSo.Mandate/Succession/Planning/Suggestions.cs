using NhiemSo.Platform.Words;

namespace NhiemSo.Mandate.Succession.Planning;

/// <summary>A duty of the next decision that may take over an old one.</summary>
internal sealed record Candidate(PlanDuty Duty, double Score)
{
    public string Words => Suggestions.Words(Score);
}

/// <summary>
/// Which new duty takes over which old one, by likeness of their words; between equals (every unit has its "các nhiệm vụ khác") the
/// unit decides that took over most of the old unit's other duties. Certain is only what is almost verbatim, best from both sides and
/// without a rival; the rest is for a person to say.
/// </summary>
internal sealed class Suggestions
{
    public const double Verbatim = 0.9;
    private const double Alike = 0.55, Doubtful = 0.3, Equal = 0.02;

    private readonly IReadOnlyList<PlanDuty> old, next;
    private readonly double[,] scores;
    private readonly Dictionary<Guid, int> rows, columns;
    private readonly Dictionary<(Guid Old, Guid New), double> shares = [];

    public Suggestions(IReadOnlyList<PlanDuty> old, IReadOnlyList<PlanDuty> next)
    {
        (this.old, this.next) = (old, next);
        var likeness = new Likeness(old.Concat(next).Select(d => d.Text));
        scores = new double[old.Count, next.Count];
        for (var i = 0; i < old.Count; i++)
            for (var j = 0; j < next.Count; j++) scores[i, j] = likeness.Of(old[i].Text, next[j].Text);
        rows = old.Select((d, i) => (d.Id, i)).ToDictionary(x => x.Id, x => x.i);
        columns = next.Select((d, i) => (d.Id, i)).ToDictionary(x => x.Id, x => x.i);
        foreach (var unit in old.GroupBy(d => d.UnitId)) Share(unit.Key, [.. unit]);
    }

    public static string Words(double score) => score >= Verbatim ? "gần như nguyên văn" : score >= Alike ? "giống" : score >= Doubtful ? "chưa chắc" : "không giống";

    public double Between(PlanDuty old, PlanDuty @new) => scores[rows[old.Id], columns[@new.Id]];

    /// <summary>What may take over an old duty, best first; nothing that isn't even doubtful.</summary>
    public IReadOnlyList<Candidate> For(PlanDuty duty) =>
        [.. next.Select(n => new Candidate(n, Between(duty, n))).Where(c => c.Score >= Doubtful).OrderByDescending(c => Math.Round(c.Score / Equal)).ThenByDescending(c => Share(duty.UnitId, c.Duty.UnitId))];

    /// <summary>The one new duty that certainly takes over an old one; null when a person has to say.</summary>
    public PlanDuty? Certain(PlanDuty duty)
    {
        if (For(duty) is not [var best, ..] all || best.Score < Verbatim || Rivals(all, duty.UnitId, best) > 0) return null;
        var back = old.Select(o => (Old: o, Score: Between(o, best.Duty))).OrderByDescending(o => Math.Round(o.Score / Equal)).ThenByDescending(o => Share(o.Old.UnitId, best.Duty.UnitId)).First();
        return back.Old.Id == duty.Id ? best.Duty : null;
    }

    /// <summary>How much of an old unit's duties a new unit takes over, from 0 to 1.</summary>
    public double Share(Guid oldUnit, Guid newUnit) => shares.GetValueOrDefault((oldUnit, newUnit));

    private int Rivals(IReadOnlyList<Candidate> all, Guid unit, Candidate best) =>
        all.Skip(1).Count(c => Math.Round(c.Score / Equal) == Math.Round(best.Score / Equal) && Math.Abs(Share(unit, c.Duty.UnitId) - Share(unit, best.Duty.UnitId)) < Equal);

    private void Share(Guid unit, IReadOnlyList<PlanDuty> duties)
    {
        foreach (var duty in duties)
        {
            var row = rows[duty.Id];
            var best = next.Count == 0 ? 0 : Enumerable.Range(0, next.Count).Max(j => scores[row, j]);
            if (best < Alike) continue;
            var tied = Enumerable.Range(0, next.Count).Where(j => scores[row, j] >= best - Equal).ToList();
            foreach (var j in tied) shares[(unit, next[j].UnitId)] = Share(unit, next[j].UnitId) + (1.0 / tied.Count / duties.Count);
        }
    }
}
