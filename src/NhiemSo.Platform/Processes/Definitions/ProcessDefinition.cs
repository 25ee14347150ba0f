using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Processes.Definitions;

/// <summary>How a matter moves: states, acts, clocks, step shares. Compiled from a checked rule book, immutable.</summary>
/// <param name="Notices">The <see cref="Notifications.NoticeBook"/> whose notices the acts name; null when the process tells nobody.</param>
/// <param name="Letters">Papers that the office writes on the way, beside the procedure's own result.</param>
public sealed record ProcessDefinition(
    string Code,
    string Name,
    IReadOnlyList<PublicStatus> Statuses,
    IReadOnlyList<ProcessState> States,
    IReadOnlyList<ProcessAct> Acts,
    IReadOnlyList<ProcessClock> Clocks,
    IReadOnlyList<ProcessStep> Steps,
    ProcessMove? Migrate,
    string? Notices,
    IReadOnlyList<ProcessLetter> Letters)
{
    private readonly Dictionary<string, ProcessState> _states = ById(States, s => s.Id);
    private readonly Dictionary<string, ProcessAct> _acts = ById(Acts, a => a.Id);

    public ProcessState? State(string id) => _states.GetValueOrDefault(id);

    public ProcessAct? Act(string id) => _acts.GetValueOrDefault(id);

    /// <summary>Acts that open a new matter.</summary>
    public IEnumerable<ProcessAct> Openings => Acts.Where(a => a.From.Count == 0);

    /// <summary>True when the matter is opened by the office itself, and never by an applicant.</summary>
    public bool OpenedByOffice => Openings.All(a => !a.By.Contains(Role.Applicant));

    public ProcessLetter? Letter(ActOutcome outcome) => Letters.FirstOrDefault(l => l.Outcome == outcome);

    /// <summary>The act by which a paper leaves the house: that of its outcome, else the one for any.</summary>
    public ProcessAct? Issuing(string state, ActOutcome? outcome)
    {
        var byHouse = ActsFrom(state).Where(a => a.By.Contains(Role.System) && a.To is not null && !a.Asks(ActNeed.Reason)).ToList();
        return byHouse.Find(a => a.Outcome is not null && a.Outcome == outcome) ?? byHouse.Find(a => a.Outcome is null);
    }

    /// <summary>Acts that may be taken in a state, in the order of the book.</summary>
    public IEnumerable<ProcessAct> ActsFrom(string state) => Acts.Where(a => a.From.Contains(state, StringComparer.Ordinal));

    private static Dictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> id) =>
        items.GroupBy(id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
}

/// <summary>A state of the official list that is shown outside and sent to other systems.</summary>
public sealed record PublicStatus(int Id, string Name, bool Terminal);

/// <param name="Name">For staff.</param>
/// <param name="Citizen">The same in words for the applicant.</param>
/// <param name="Turn">Whose turn it is; null when nobody has to do anything.</param>
/// <param name="Status">Id in <see cref="ProcessDefinition.Statuses"/>; null in processes without a public list.</param>
public sealed record ProcessState(string Id, string Name, string Citizen, StateGroup Group, Role? Turn, int? Status, bool Terminal);

public enum ActNeed
{
    Reason,
    File,

    /// <summary>A draft of the result document.</summary>
    Draft,

    /// <summary>Every required component ticked as received.</summary>
    ChecklistComplete,

    /// <summary>The officer to whom the matter goes.</summary>
    Assignee,
}

/// <summary>Which paper or decision the act leads to; the register is written only for <see cref="Granted"/>.</summary>
public enum ActOutcome
{
    Granted,
    Refused,

    /// <summary>The office's own letter to another body: a proposal (tờ trình) or a dossier passed on.</summary>
    Submitted,

    /// <summary>A notice to whom the matter concerns, before anything is decided.</summary>
    Notified,
}

/// <summary>A paper that the office writes on the way to the result.</summary>
/// <param name="Template">Code of the paper template.</param>
/// <param name="Book">Code of the document book.</param>
/// <param name="Type">What the paper calls itself: Tờ trình, Công văn.</param>
/// <param name="Subject">Its subject line in lists.</param>
/// <param name="Recipient">To whom it goes; null: the applicant or holder.</param>
public sealed record ProcessLetter(ActOutcome Outcome, string Template, string Book, string Type, string Subject, string? Recipient);

/// <param name="Name">The button; ends in "…" when the act asks for a reason.</param>
/// <param name="From">Empty for an act that opens the matter.</param>
/// <param name="To">Null when the state stays.</param>
/// <param name="Produces">Paper-template codes; <see cref="ProcedureResult"/> stands for the procedure's own.</param>
/// <param name="Numbers">Document-book or dossier-code codes; <see cref="ProcedureBook"/> stands for the procedure's own.</param>
/// <param name="Step">The step whose share of the limit the matter is in after the act; null when unchanged.</param>
/// <param name="Times">How often the act may be taken on one matter; null for any number.</param>
/// <param name="BeforeDue">The act should be taken this long before the main clock ends; later it is taken all the same, and told as late.</param>
/// <param name="Notice">What the applicant is told: a notice of <see cref="ProcessDefinition.Notices"/>; null for nothing. In a version without notices it is a sentence, and no e-mail goes out.</param>
/// <param name="After">Acts of which one must have been taken on the matter before.</param>
/// <param name="OnDue">Taken by the program itself when the main clock ends, in procedures whose law takes silence for consent.</param>
/// <param name="NotBefore">Date field, asked for by an earlier act, whose day must be past.</param>
/// <param name="Basis">The article.</param>
public sealed record ProcessAct(
    string Id,
    string Name,
    IReadOnlyList<string> From,
    string? To,
    IReadOnlyList<Role> By,
    Relation Relation,
    IReadOnlyList<ActNeed> Needs,
    IReadOnlyList<FieldDefinition> Fields,
    IReadOnlyList<string> Produces,
    IReadOnlyList<string> Numbers,
    IReadOnlyList<ClockMove> Clocks,
    string? Step,
    ActOutcome? Outcome,
    int? Times,
    Limit? BeforeDue,
    string? Notice,
    IReadOnlyList<string> After,
    bool OnDue,
    string? NotBefore,
    string Basis)
{
    public const string ProcedureResult = "procedure-result";
    public const string ProcedureBook = "procedure-book";

    public bool Asks(ActNeed need) => Needs.Contains(need);

    /// <summary>True for an act on an open matter that somebody in the house takes.</summary>
    public bool ByStaff => From.Count > 0 && By.Any(r => r is not Role.Applicant and not Role.System);

    /// <summary>True for the one kind of act that a closed matter allows: a leader opens it again, with a reason.</summary>
    public bool Reopens(ProcessDefinition process) =>
        By is [Role.Leader] && Asks(ActNeed.Reason) && From.Count > 0 && From.All(f => process.State(f) is { Terminal: true }) && To is { } to && process.State(to) is { Terminal: false };

    /// <summary>True for an act that ends the matter short of its result, for a reason: there is no way back.</summary>
    public bool Ends(ProcessDefinition process) => To is { } to && Asks(ActNeed.Reason) && process.State(to) is { Terminal: true };
}

/// <summary>Where the matters of the version before go when this version takes over; nothing moves without it.</summary>
public sealed record ProcessMove(IReadOnlyDictionary<string, string> States, ClockCarry Clocks, string Reason, string Basis);

public enum ClockCarry
{
    Keep,
    Recount,
    Restart,
}
