using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Silence;

/// <summary>
/// Where the law takes silence for consent, each due date leaves a job that looks again at that moment, and so does each state in which the act
/// may be taken: a limit that ended while a letter was being signed is seen once that is done. Apart from
/// <see cref="SilenceConsent"/>, which takes an act and so can't itself follow acts.
/// </summary>
internal sealed class SilenceWatch(DepartmentDb db, JobQueue jobs, Catalogue catalogue) : IActFollower
{
    public async Task AfterAsync(ActScope act, CancellationToken ct)
    {
        if (act.Matter.Kind != DossiersRoom.Kind || act.Matter.Due is not { } due || !act.Process.ActsFrom(act.Matter.State).Any(a => a.OnDue)) return;
        if (await db.Set<Dossier>().FindAsync([act.Matter.Id], ct) is not { } dossier || !catalogue.Version(dossier.ProcedureVersion).SilenceConsents) return;
        await jobs.EnqueueAsync(SilenceConsent.Name, $"silence:{act.Matter.Id:N}:{due:yyyyMMddHHmmss}:{act.Matter.State}", act.Matter.Id, ct, due);
    }
}
