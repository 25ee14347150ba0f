using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process;

/// <summary>The responsible unit: assign, appraise, ask for more, draft the result (Nghị định 61/2018/NĐ-CP, Điều 19).</summary>
internal sealed class UnitWork(DepartmentDb db, DossierActs acts, DossierForms forms, LicenceWork licences, OfficeCalendar calendar, TimeProvider time)
{
    /// <summary>Apology and new appointment, and the field of the new day.</summary>
    public const string Reschedule = "xin-loi-hen-lai", NewDayField = "ngay_hen_lai";

    /// <summary>Members of the unit to whom its head may give the matter.</summary>
    public async Task<IReadOnlyList<Person>> OfficersAsync(Guid unitId, CancellationToken ct)
    {
        var day = time.Today();
        return await (from a in db.Set<Appointment>()
                      join p in db.Set<Position>() on a.PositionId equals p.Id
                      join person in db.Set<Person>() on a.PersonId equals person.Id
                      where p.UnitId == unitId && a.From <= day && (a.To == null || a.To >= day) && (" " + p.Roles + " ").Contains(" officer ")
                      orderby person.SortKey
                      select person).AsNoTracking().ToListAsync(ct);
    }

    public Task<Outcome<Matter>> AssignAsync(DossierAct request, Guid? officerId, string? instruction, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "phan-cong" }, async (act, _, _, c) =>
        {
            if (officerId is not { } id || (await OfficersAsync(act.Matter.UnitId, c)).FirstOrDefault(p => p.Id == id) is not { } officer)
                return Problem.Field("Officer", "Chọn người xử lý trong phòng.");
            foreach (var earlier in await db.Set<Assignment>().Where(a => a.MatterId == act.Matter.Id && a.Role == AssignmentRole.Responsible && a.EndedAt == null).ToListAsync(c))
                earlier.EndedAt = act.Now;
            db.Add(new Assignment { MatterId = act.Matter.Id, PersonId = id, Role = AssignmentRole.Responsible, Instruction = instruction, At = act.Now, ById = act.Actor.Id ?? Guid.Empty });
            act.Matter.ResponsibleId = id;
            act.Changes.Add(new Change("người xử lý", null, officer.FullName));
            act.Text = $"Giao {officer.FullName} xử lý" + (string.IsNullOrWhiteSpace(instruction) ? "" : $": {instruction}");
            return Done.Yes;
        }, ct);

    public Task<Outcome<Matter>> AppraiseAsync(DossierAct request, IReadOnlyDictionary<string, string> typed, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "tham-dinh" }, (act, dossier, procedure, _) =>
        {
            var fields = act.Act.Fields.Concat(procedure.OfficeGroups.SelectMany(g => g.Fields)).ToList();
            var reading = FormInput.Read(fields, typed, time.Today());
            if (reading.Faults.Count > 0) return Task.FromResult<Outcome<Done>>(Problem.Invalid("Phiếu thẩm định còn chỗ cần sửa.", [.. reading.Faults]));
            dossier.Appraisal = Json.Write(reading.Values);
            foreach (var field in fields.Where(f => reading.Values.ContainsKey(f.Key))) act.Changes.Add(new Change(field.Label, null, FormInput.Show(field, reading.Values[field.Key]), field.Personal));
            act.Text = "Ghi kết quả thẩm định, chuyển soạn kết quả";
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        }, ct);

    /// <summary>Not enough to decide: mẫu 02; the limit begins anew when all is in (Điều 19.4).</summary>
    public Task<Outcome<Matter>> AskForMoreAsync(DossierAct request, IReadOnlyList<string> papers, CancellationToken ct) =>
        acts.TakeAsync(request, async (act, dossier, procedure, c) =>
        {
            var all = await db.Set<DossierComponent>().Where(p => p.DossierId == dossier.Id).ToListAsync(c);
            foreach (var paper in all.Where(p => papers.Contains(p.Code))) (paper.Accepted, paper.Remark) = (false, request.Reason);
            dossier.Request = request.Reason;
            forms.Add("mau-02", act, dossier, procedure, all.Where(p => papers.Contains(p.Code)).ToList(), request.Reason);
            return Done.Yes;
        }, ct);

    /// <summary>A draft goes to the leader: the result, or a letter that the process writes on the way.</summary>
    public Task<Outcome<Matter>> SubmitDraftAsync(DossierAct request, IReadOnlyDictionary<string, string> typed, CancellationToken ct) =>
        acts.TakeAsync(request, async (act, dossier, procedure, c) =>
        {
            var (draft, outcome) = (DraftResult.Read(act.Act, procedure, dossier, typed), act.Act.Outcome!.Value);
            if (draft.Faults.Count > 0) return Problem.Invalid("Dự thảo còn chỗ cần sửa.", [.. draft.Faults]);
            if (outcome == ActOutcome.Granted && await licences.FaultAsync(procedure, draft.Values, request.By, c) is { } fault) return fault;
            (dossier.Draft, dossier.DraftOutcome, dossier.Remark) = (Json.Write(draft.Values), ActOutcomeWords.Of(outcome), null);
            return Done.Yes;
        }, ct);

    /// <summary>The conditions are not met: a reasoned notice goes to the leader instead (Điều 19.8).</summary>
    public Task<Outcome<Matter>> SubmitRefusalAsync(DossierAct request, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "tu-choi-giai-quyet" }, (act, dossier, _, _) =>
        {
            dossier.Draft = Json.Write(new Dictionary<string, object>(StringComparer.Ordinal) { ["ly_do"] = request.Reason!.Trim() });
            (dossier.DraftOutcome, dossier.Remark) = (ActOutcomeWords.Refused, null);
            act.Text = "Trình ký thông báo không giải quyết";
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        }, ct);

    /// <summary>
    /// Late is foreseen: apology and one new appointment (Điều 19.9). Mẫu 04. It should come a day before the limit ends; coming later it is
    /// still owed, and the history says that it came late.
    /// </summary>
    public Task<Outcome<Matter>> RescheduleAsync(DossierAct request, IReadOnlyDictionary<string, string> typed, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = Reschedule }, async (act, dossier, procedure, c) =>
        {
            var reading = FormInput.Read(act.Act.Fields, typed, time.Today());
            if (reading.Faults.Count > 0) return Problem.Invalid("Chọn ngày hẹn mới.", [.. reading.Faults]);
            var day = DateOnly.ParseExact((string)reading.Values[NewDayField], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (!calendar.Calendar.IsWorking(day)) return Problem.Field(NewDayField, $"Ngày {day:dd/MM/yyyy} cơ quan không làm việc ({calendar.Calendar.Day(day).Reason}). Chọn một ngày làm việc.");
            var late = IsLate(act.Act, act.Matter, act.Process, act.Now);
            var extended = act.Extend(day, request.Reason!);
            if (!extended.Ok) return extended.Problem.Fields.Count > 0 ? Problem.Field(NewDayField, extended.Problem.Message) : extended.Problem;
            var papers = await db.Set<DossierComponent>().Where(p => p.DossierId == dossier.Id).ToListAsync(c);
            var earlier = dossier.Appointment;
            dossier.Appointment = extended.Value;
            act.Text = $"Xin lỗi và hẹn lại ngày {day:dd/MM/yyyy}" + (late ? " (báo muộn)" : "");
            forms.AddApology(act, dossier, procedure, papers, earlier, request.Reason!);
            return Done.Yes;
        }, ct);

    /// <summary>Whether an act that should come some time before the main clock ends comes too late for that.</summary>
    public bool IsLate(ProcessAct act, Matter matter, ProcessDefinition process, DateTime now) =>
        act.BeforeDue is { } before && MatterClocks.Read(matter.Clocks).Main(process) is { } main
        && Vietnam.Day(now) > Vietnam.Day(main.Due(calendar.Calendar)).AddDays(-(int)Math.Ceiling(before.Amount));
}
