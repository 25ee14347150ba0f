using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Decide;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Opinions;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Process;
using NhiemSo.Mandate;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Rectify;

/// <summary>
/// A dossier was taken in under the wrong procedure: it goes back to the desk under the right one, with what the applicant stated, its papers,
/// its codes and its history. The desk checks it again, asks for what the other procedure wants, and accepts it anew.
/// </summary>
internal sealed class ChangeWork(DepartmentDb db, DossierActs acts, Catalogue catalogue, IDuties duties, Decider decider, RuleShelf rules, TimeProvider time)
{
    public const string Act = "doi-thu-tuc", ProcedureField = "Procedure";

    private const string Intake = "moi-dang-ky", Form = "mau-01";

    /// <summary>The procedures it may move to.</summary>
    public IEnumerable<OfferedProcedure> Targets(Procedure now) => catalogue.ForApplicants(time.Today()).Where(o => o.MayBeFiled && o.Procedure.Code != now.Code);

    public Task<Outcome<Matter>> TakeAsync(DossierAct request, string? code, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = Act }, async (act, dossier, before, c) =>
        {
            if (code is null || Targets(before).FirstOrDefault(o => o.Procedure.Code == code) is not { } to) return Problem.Field(ProcedureField, "Chọn thủ tục đúng của hồ sơ này.");
            var (procedure, today) = (to.Procedure, Vietnam.Day(act.Now));
            if (await duties.FindAsync(procedure.Duty, to.Book.From, today, c) is not { } duty) return Problem.WrongState($"Chưa có đơn vị nào được giao nhiệm vụ {procedure.Duty}.");
            var process = rules.At(today).Get<ProcessDefinition>(await decider.ProcessAsync(procedure, today, c));
            if (process.State(Intake) is null) return Problem.WrongState("Thủ tục ấy không nhận hồ sơ tại Bộ phận Một cửa.");
            Note(act, "thủ tục", before.Name, procedure.Name);
            Note(act, "nhiệm vụ", act.Matter.DutyCitation, duty.Citation);
            Note(act, "đơn vị", await UnitAsync(act.Matter.UnitId, c), duty.UnitName);
            Note(act, "ngày hẹn trả", dossier.Appointment is { } at ? $"{Vietnam.Local(at):dd/MM/yyyy}" : null, null);
            await EndAssignmentsAsync(act, c);
            (act.Matter.Title, act.Matter.DutyId, act.Matter.DutyCitation, act.Matter.UnitId, act.Matter.ResponsibleId) = (procedure.Name, duty.Id, duty.Citation, duty.UnitId, null);
            (act.Matter.Process, act.Matter.ProcessVersion) = (process.Code, rules.At(today).Book<ProcessDefinition>(process.Code)!.Hash);
            act.Matter.Clocks = Clocks(process, procedure, dossier).Write();
            Move(act, dossier, before, to);
            await PapersAsync(dossier, procedure, c);
            foreach (var form in await db.Set<DossierForm>().Where(f => f.DossierId == dossier.Id && f.Template == Form && f.ReplacedAt == null).ToListAsync(c)) form.ReplacedAt = act.Now;
            act.Text = $"Đổi thủ tục: từ “{before.Name}” sang “{procedure.Name}”";
            return Done.Yes;
        }, ct);

    /// <summary>What the applicant stated, by equal keys; contact data under the other form's names. What has no place there stands in the history only.</summary>
    public static Dictionary<string, object> Carried(Dossier dossier, Procedure to)
    {
        var stated = Json.Values(dossier.Data);
        var values = to.Groups.SelectMany(g => g.Fields).Where(f => stated.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => stated[f.Key], StringComparer.Ordinal);
        var who = to.ApplicantFields;
        foreach (var (key, value) in new[] { (who.Name[0], dossier.ApplicantName), (who.Phone, dossier.Phone), (who.Email, dossier.Email), (who.Address, dossier.Address) })
            if (key is not null && !string.IsNullOrEmpty(value) && (key != who.Name[0] || !who.Name.Any(values.ContainsKey))) values.TryAdd(key, value);
        return values;
    }

    /// <summary>Required answers that aren't there; only after a change of procedure can any be missing.</summary>
    public static IReadOnlyList<FieldDefinition> Missing(Procedure procedure, IReadOnlyDictionary<string, object> values) =>
        [.. procedure.Groups.SelectMany(g => g.Fields).Where(f => f.Required && !values.ContainsKey(f.Key))];

    /// <summary>The clocks begin anew with the intake check that the act starts; a limit that runs from the handing in has run all the time.</summary>
    private static MatterClocks Clocks(ProcessDefinition process, Procedure procedure, Dossier dossier)
    {
        var main = process.Clocks.FirstOrDefault(c => c.Main);
        if (main is null || !process.Openings.Any(o => o.Clocks.Any(m => m.Clock == main.Id && m.Action == ClockAction.Start)) || MatterClocks.LimitOf(main, DossierActs.Limits(procedure)) is not { } limit) return MatterClocks.None;
        return MatterClocks.None with { Running = new Dictionary<string, RunningClock>(StringComparer.Ordinal) { [main.Id] = RunningClock.Start(limit, dossier.SubmittedAt, MatterClocks.SettingsOf(main)) } };
    }

    private static void Move(ActScope act, Dossier dossier, Procedure before, OfferedProcedure to)
    {
        var (stated, carried) = (Json.Values(dossier.Data), Carried(dossier, to.Procedure));
        foreach (var field in before.Groups.SelectMany(g => g.Fields).Where(f => stated.ContainsKey(f.Key) && !carried.ContainsKey(f.Key)))
            act.Changes.Add(new Change(field.Label, FormInput.Show(field, stated[field.Key]), null, field.Personal));
        // The applicant doesn't wait longer for our mistake: the limit is counted from the first acceptance, as long as that leaves a day to promise.
        dossier.CountFrom ??= dossier.AcceptedAt;
        (dossier.Procedure, dossier.ProcedureVersion, dossier.Data) = (to.Procedure.Code, to.Book.Hash, Json.Write(carried));
        (dossier.AcceptedAt, dossier.Appointment, dossier.Request, dossier.Remark) = (null, null, null, null);
        (dossier.Appraisal, dossier.Draft, dossier.DraftOutcome) = (null, null, null);
    }

    /// <summary>The other procedure's papers, with the files of those of equal code; further files stay, as papers nobody asks for.</summary>
    private async Task PapersAsync(Dossier dossier, Procedure procedure, CancellationToken ct)
    {
        var before = await db.Set<DossierComponent>().Where(p => p.DossierId == dossier.Id).OrderBy(p => p.Order).ToListAsync(ct);
        var wanted = procedure.Components.Select(x => (x.Code, x.Name, x.Required)).ToList();
        wanted.AddRange(before.Where(p => p.FileId is not null && wanted.All(w => w.Code != p.Code)).Select(p => (p.Code, p.Name, false)).ToList());
        db.RemoveRange(before);
        foreach (var (paper, order) in wanted.Select((w, i) => (w, i)))
        {
            var known = before.Find(p => p.Code == paper.Code);
            db.Add(new DossierComponent
            {
                DossierId = dossier.Id, Code = paper.Code, Name = paper.Name, Required = paper.Required, Order = order, FileId = known?.FileId,
                ScannedAt = known?.ScannedAt, ScannedByName = known?.ScannedByName, ComparedAt = known?.ComparedAt, ComparedByName = known?.ComparedByName,
            });
        }
    }

    private async Task EndAssignmentsAsync(ActScope act, CancellationToken ct)
    {
        foreach (var assignment in await db.Set<Assignment>().Where(a => a.MatterId == act.Matter.Id && a.EndedAt == null).ToListAsync(ct)) assignment.EndedAt = act.Now;
        foreach (var opinion in await db.Set<Opinion>().Where(o => o.DossierId == act.Matter.Id && o.State == OpinionState.Asked).ToListAsync(ct))
            (opinion.State, opinion.WithdrawnReason) = (OpinionState.Withdrawn, "Hồ sơ đã đổi sang thủ tục khác.");
    }

    private Task<string> UnitAsync(Guid id, CancellationToken ct) => db.Set<Unit>().Where(u => u.Id == id).Select(u => u.Name).FirstAsync(ct);

    private static void Note(ActScope act, string what, string? old, string? now)
    {
        if (old != now) act.Changes.Add(new Change(what, old, now));
    }
}
