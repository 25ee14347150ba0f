using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.HouseTests.Web;
using NhiemSo.Mandate;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.HouseTests.Mandate;

/// <summary>
/// One open dossier in every state of every process, led there by the shortest way of the process's own table through the engine,
/// each act by somebody who may. The procedures of a process take turns, so that its work lies under many duties; none whose law lets it end by itself.
/// </summary>
internal sealed class EveryState(WebHouse house)
{
    private static readonly Dictionary<Role, string> Accounts = new() { [Role.Desk] = "motcua", [Role.Leader] = "phogiamdoc", [Role.Clerk] = "vanthu" };

    public async Task<IReadOnlyList<(Guid Id, string Process, string State)>> MakeAsync()
    {
        var made = new List<(Guid, string, string)>();
        var rules = house.Services.GetRequiredService<RuleShelf>().Today;
        var procedures = rules.All<Procedure>().Where(p => !p.SilenceConsents).OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        foreach (var process in rules.All<ProcessDefinition>())
        {
            var own = procedures.FindAll(p => p.Process == process.Code);
            // Who decides is a setting, so no procedure of the books is the province's by itself.
            if (own.Count == 0) own = procedures.FindAll(p => p.Duty == "4.3.1.b" && !p.OpenedByOffice);
            foreach (var (state, i) in process.States.Where(s => !s.Terminal).Select((s, i) => (s, i)))
                made.Add((await LeadAsync(process, own[i * 5 % own.Count], Way(process, state.Id)), process.Code, state.Id));
        }

        return made;
    }

    /// <summary>The shortest way of acts from the opening to a state.</summary>
    private static List<ProcessAct> Way(ProcessDefinition process, string to)
    {
        var ways = new Dictionary<string, List<ProcessAct>>(StringComparer.Ordinal) { [process.Openings.First().To!] = [process.Openings.First()] };
        for (var at = new Queue<string>(ways.Keys); at.Count > 0;)
        {
            var state = at.Dequeue();
            foreach (var act in process.ActsFrom(state).Where(a => a.To is { } next && !ways.ContainsKey(next) && a.After.Count == 0 && !a.OnDue))
            {
                ways[act.To!] = [.. ways[state], act];
                at.Enqueue(act.To!);
            }
        }

        return ways[to];
    }

    private async Task<Guid> LeadAsync(ProcessDefinition process, Procedure procedure, List<ProcessAct> way)
    {
        var id = Guid.Empty;
        foreach (var act in way)
        {
            var done = await house.AskAsync(async (IServiceProvider s) => act.From.Count == 0 ? await OpenAsync(s, process, procedure, act) : await TakeAsync(s, id, procedure, act));
            if (!done.Ok) throw new InvalidOperationException($"{process.Code}, {act.Id}: {done.Problem.Message}");
            id = done.Value.Id;
        }

        return id;
    }

    private static async Task<Outcome<Matter>> OpenAsync(IServiceProvider s, ProcessDefinition process, Procedure procedure, ProcessAct act)
    {
        var (db, rules, time) = (s.GetRequiredService<DepartmentDb>(), s.GetRequiredService<RuleShelf>(), s.GetRequiredService<TimeProvider>());
        var (today, now) = (time.Today(), Microseconds.Trim(time.UtcNow()));
        var duty = (await s.GetRequiredService<IDuties>().FindAsync(procedure.Duty, rules.Today.Book<Procedure>(procedure.Code)!.From, today, CancellationToken.None))!;
        var by = await ReaderAsync(s, act, duty.Citation);
        var matter = new Matter
        {
            Kind = DossiersRoom.Kind, Title = procedure.Name, PartyName = "Cơ sở minh họa", DutyId = duty.Id, DutyCitation = duty.Citation, UnitId = duty.UnitId, ResponsibleId = process.OpenedByOffice ? by.PersonId : null,
            Process = process.Code, ProcessVersion = rules.Today.Book<ProcessDefinition>(process.Code)!.Hash, State = "", StateName = "", Opened = now, LastEvent = now,
        };
        return await s.GetRequiredService<Work>().ActAsync<Matter>(c => s.GetRequiredService<MatterActs>().OpenAsync(matter, act.Id, by, DossierActs.Limits(procedure), (_, _) =>
        {
            db.Add(new Dossier
            {
                Id = matter.Id, Procedure = procedure.Code, ProcedureVersion = rules.Today.Book<Procedure>(procedure.Code)!.Hash, LookupCode = Submission.NewLookupCode(today), Channel = Channel.Desk, Data = "{}",
                ApplicantName = "Cơ sở minh họa", Phone = "0905123482", PhoneLast4 = "3482", ReturnBy = "desk", SubmittedAt = now,
            });
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        }, c), CancellationToken.None);
    }

    private static async Task<Outcome<Matter>> TakeAsync(IServiceProvider s, Guid id, Procedure procedure, ProcessAct act)
    {
        var db = s.GetRequiredService<DepartmentDb>();
        var matter = await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id);
        var by = act.By.Contains(Role.System) ? Readers.SystemFor(id) : act.By.All(r => r == Role.Applicant) ? Readers.ApplicantOf(id) : await ReaderAsync(s, act, matter.DutyCitation);
        return await s.GetRequiredService<MatterActs>().TakeAsync(new ActRequest(id, act.Id, by, Reason: "Theo quy trình", Limits: DossierActs.Limits(procedure)), async (scope, _) =>
        {
            if (!act.Asks(ActNeed.Assignee)) return Done.Yes;
            scope.Matter.ResponsibleId = await PersonAsync(s, OfIt(matter.DutyCitation) ? "chuyenviencntt" : "chuyenvien");
            db.Add(new Assignment { MatterId = id, PersonId = scope.Matter.ResponsibleId, Role = AssignmentRole.Responsible, At = scope.Now, ById = by.PersonId!.Value });
            return Done.Yes;
        }, CancellationToken.None);
    }

    private static bool OfIt(string duty) => duty.StartsWith("3.", StringComparison.Ordinal);

    private static async Task<Reader> ReaderAsync(IServiceProvider s, ProcessAct act, string duty)
    {
        var role = act.By.First(r => r is not (Role.Applicant or Role.System));
        var account = Accounts.GetValueOrDefault(role) ?? (role, OfIt(duty)) switch
        {
            (Role.UnitHead, true) => "phongcntt",
            (Role.UnitHead, false) => "truongphong",
            (_, true) => "chuyenviencntt",
            _ => "chuyenvien",
        };
        return await s.GetRequiredService<Readers>().OfPersonAsync(await PersonAsync(s, account), CancellationToken.None);
    }

    private static async Task<Guid> PersonAsync(IServiceProvider s, string account) => (await s.GetRequiredService<DepartmentDb>().Set<Account>().Where(a => a.UserName == account).Select(a => a.PersonId).FirstAsync())!.Value;
}
