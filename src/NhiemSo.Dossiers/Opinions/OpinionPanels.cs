using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.MyWork;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Opinions;

/// <param name="Clock">How the question stands in its own time.</param>
/// <param name="Days">Why it is due that day.</param>
internal sealed record OpinionShown(Opinion Opinion, ClockReading Clock, IReadOnlyList<DayRow> Days);

/// <param name="MayAsk">This reader may ask now; the others likewise.</param>
internal sealed record OpinionsShown(Guid DossierId, IReadOnlyList<OpinionShown> Opinions, bool MayAsk, bool MayReceive, bool MayWithdraw)
{
    public bool MayClose(Opinion opinion) => opinion.State == OpinionState.Asked && (MayWithdraw || (MayReceive && opinion.UnitId is null));
}

/// <summary>All opinions asked on a dossier, for whoever appraises it.</summary>
internal sealed class OpinionPanel(DepartmentDb db, OfficeCalendar calendar, TimeProvider time) : IDossierPanel
{
    public int Order => 15;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        bool May(string act) => facts.Acts.Any(a => a.Id == act);
        var opinions = await db.Set<Opinion>().AsNoTracking().Where(o => o.DossierId == facts.Matter.Id).OrderBy(o => o.Id).ToListAsync(ct);
        if (opinions.Count == 0 && !May(OpinionWork.Ask)) return null;
        return new DossierPanel("/Opinions/_Opinions.cshtml", new OpinionsShown(facts.Matter.Id, [.. opinions.Select(Shown)], May(OpinionWork.Ask), May(OpinionWork.Receive), May(OpinionWork.Withdraw)));
    }

    private OpinionShown Shown(Opinion opinion)
    {
        var clock = OpinionWork.ClockOf(opinion);
        var answer = clock.Answer(calendar.Calendar);
        return new OpinionShown(opinion, ClockReading.Of(clock, answer, time.UtcNow(), calendar.Calendar), DaysOf.Rows(answer));
    }
}

/// <param name="Asked">What this reader's units are to answer.</param>
/// <param name="Late">Late answers the desk has to know of.</param>
internal sealed record OpinionWorkShown(IReadOnlyList<(OpinionRow Row, ClockReading Clock)> Asked, int Late);

/// <summary>In "Việc của tôi": what my unit was asked; for the desk, that answers are late.</summary>
internal sealed class OpinionWorkPanel(OpinionList list, OfficeCalendar calendar, TimeProvider time) : IWorkPanel
{
    public int Order => 10;

    public async Task<WorkPanel?> OfAsync(Reader reader, CancellationToken ct)
    {
        var asked = (await list.AskedOfAsync(reader, ct)).ConvertAll(r => (r, ClockReading.Of(OpinionWork.ClockOf(r.Opinion), time.UtcNow(), calendar.Calendar)));
        var late = reader.Has(Role.Desk) ? await list.LateAsync(reader, ct) : 0;
        return asked.Count == 0 && late == 0 ? null : new WorkPanel("/Opinions/_OpinionWork.cshtml", new OpinionWorkShown(asked, late));
    }
}
