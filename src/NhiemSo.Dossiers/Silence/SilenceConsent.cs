using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Silence;

/// <summary>
/// Where the law takes silence for consent (press conferences; Luật Báo chí 2016, Điều 41): when the limit ends without an answer, the
/// dossier is closed as noted and the applicant told, whether the department answers or the province to which it submits.
/// </summary>
internal sealed class SilenceConsent(DepartmentDb db, AnswerWork answers, RuleShelf rules, TimeProvider time) : IJobHandler
{
    public const string Name = "dossiers.silence";

    public string Kind => Name;

    public string Title => "Ghi nhận hết hạn mà không có trả lời";

    /// <exception cref="InvalidOperationException">The act could not be taken although the limit has ended: the job is tried again.</exception>
    public async Task RunAsync(Job job, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Guid>(job.Body);
        if (await db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { Closed: null } matter) return;
        // A limit that was paused or began anew has left its own job.
        if (matter.Due is not { } due || due > time.UtcNow()) return;
        if (rules.Version<ProcessDefinition>(matter.ProcessVersion).ActsFrom(matter.State).FirstOrDefault(a => a.OnDue) is not { } act) return;
        var taken = await answers.ConsentBySilenceAsync(new DossierAct(id, act.Id, Readers.SystemFor(id), null), ct);
        if (!taken.Ok && taken.Problem.Kind != ProblemKind.WrongState) throw new InvalidOperationException($"{act.Id} on {id}: {taken.Problem.Message}");
    }
}
