using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>What was just done, shown once after the redirect.</summary>
internal sealed record DoneNote(string Text, Guid? FormId, string? Template);

/// <summary>One dossier: what to do first, then the facts, then the history.</summary>
internal sealed class DossierPageModel(
    DossierView view, CurrentReader current, MatterChips chips, OfficeCalendar calendar, RuleShelf rules, Work work, AuditTrail audit, Outbox outbox,
    IEnumerable<IDossierPanel> panels, IEnumerable<OwnPage> ownPages, IDocumentOffice documents, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    public DoneNote? Note { get; private set; }

    public MatterChip? Chip { get; private set; }

    public ClockAnswer? Answer2 { get; private set; }

    public IReadOnlyList<DayRow> Days { get; private set; } = [];

    public IReadOnlyList<string> Bases { get; private set; } = [];

    public string? StepWords { get; private set; }

    public IReadOnlyList<string> Extensions { get; private set; } = [];

    public IReadOnlyList<MailState> Mails { get; private set; } = [];

    /// <summary>Those who work on it may send again what did not go out.</summary>
    public bool MaySendAgain { get; private set; }

    public IReadOnlyList<FileRow> Papers { get; private set; } = [];

    /// <summary>Files that came with an act of the office: evidence, other bodies' papers.</summary>
    public IReadOnlyList<FileRow> OfficeFiles { get; private set; } = [];

    public IReadOnlyList<DocumentFacts> Documents { get; private set; } = [];

    public IReadOnlyList<IncomingFacts> Arrived { get; private set; } = [];

    /// <summary>Opened by the department itself: nobody handed anything in.</summary>
    public bool ByOffice => Facts.Dossier.Channel == Channel.Office;

    /// <summary>Whom the dossier concerns.</summary>
    public string PartyWord => ByOffice ? "Chủ giấy phép" : "Người nộp";

    public IReadOnlyList<TimelineEvent> History { get; private set; } = [];

    /// <summary>What the office found and recorded on the way, as the steps asked for it.</summary>
    public IReadOnlyList<(string Label, string Value)> Appraisal { get; private set; } = [];

    /// <summary>What the use cases add.</summary>
    public IReadOnlyList<DossierPanel> Panels { get; private set; } = [];

    public string? ShownPhone { get; private set; }

    /// <summary>The document that waits for this reader's signature or seal; null when none does.</summary>
    public DocumentTask? Signing { get; private set; }

    /// <summary>What it waits for is this reader: else what may be done is no work of theirs and stands aside.</summary>
    public bool IsMine { get; private set; }

    /// <summary>The page's one primary act: the first of whose turn it is that asks for no reason and leads on.</summary>
    public ProcessAct? Main => !IsMine || Signing is not null ? null : Facts.Acts.FirstOrDefault(a => !a.Asks(ActNeed.Reason) && a.To is not null && a.By.Contains(Facts.Matter.Turn!.Value));

    public IEnumerable<ProcessAct> Others => Facts.Acts.Where(a => a != Main && !ownPages.Any(p => p.Act == a.Id && p.Beside));

    public string Heading => (Signing?.Name ?? Main?.Name.TrimEnd('…')) is { } name ? "Việc cần làm: " + char.ToLowerInvariant(name[0]) + name[1..] : IsMine ? "Đến lượt bạn" : TurnWords;

    /// <summary>Class of an act's button.</summary>
    public string StyleOf(ProcessAct act) => !IsMine ? "quiet" : act.Ends(Facts.Process) ? "danger" : "";

    public string TurnWords => Facts.Matter.Turn switch
    {
        Role.Applicant => "Đang chờ người nộp",
        Role.Desk => "Đang chờ Bộ phận Một cửa",
        Role.UnitHead => $"Đang chờ lãnh đạo {Facts.Unit.Name}",
        Role.Officer => $"Đang chờ {Facts.ResponsibleName ?? "người xử lý"}",
        Role.Leader => "Đang chờ lãnh đạo Sở",
        Role.Clerk => "Đang chờ văn thư",
        _ => "Hồ sơ đã kết thúc",
    };

    public string ReturnWords => DossierForms.ReturnWords(Facts.Dossier.ReturnBy, rules.Today.All<OfficeRule>()[0]);

    public async Task<IActionResult> OnGetAsync(string? xong, CancellationToken ct) => await LoadAsync(xong, ct) ? Page() : this.Answer(Problem.NotFound());

    /// <summary>Shows the phone number, and leaves a trace of who looked.</summary>
    public async Task<IActionResult> OnPostPhoneAsync(CancellationToken ct)
    {
        if (!await LoadAsync(null, ct)) return this.Answer(Problem.NotFound());
        var reader = await current.GetAsync(ct);
        var done = await work.ActAsync<Done>(async c =>
        {
            await audit.WriteAsync("matter", Id, new Actor(reader.PersonId, reader.Name, reader.Capacity), new AuditNote("xem-du-lieu-ca-nhan", "Xem số điện thoại người nộp", "Liên hệ về hồ sơ"), c);
            return Done.Yes;
        }, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        ShownPhone = Facts.Dossier.Phone;
        return Page();
    }

    public async Task<IActionResult> OnPostSendAgainAsync(Guid mail, CancellationToken ct)
    {
        if (!await LoadAsync(null, ct)) return this.Answer(Problem.NotFound());
        var reader = await current.GetAsync(ct);
        if (!MaySendAgain) return this.Answer(Problem.Forbidden());
        var done = await work.ActAsync<Done>(async c =>
        {
            var again = await outbox.SendAgainAsync(Id, mail, c);
            if (!again.Ok) return again.Problem;
            await audit.WriteAsync("matter", Id, new Actor(reader.PersonId, reader.Name, reader.Capacity), new AuditNote("gui-lai-thu", $"Gửi lại {again.Value}"), c);
            return Done.Yes;
        }, ct);
        return done.Ok ? Redirect($"/mot-cua/{Id}#thu-bao") : this.Answer(done.Problem);
    }

    internal static bool MaySend(Reader reader, DossierFacts facts) => reader.Has(Role.Desk) || facts.Matter.ResponsibleId == reader.PersonId && reader.PersonId is not null;

    public string Answer(FieldDefinition field) =>
        Json.Values(Facts.Dossier.Data).GetValueOrDefault(field.Key) is { } value ? field.Pattern == "phone" && ShownPhone is null ? Platform.Words.Mask.Phone(value.ToString()!) : FormInput.Show(field, value) : "";

    public string FormName(string template) => rules.Today.Find<PaperTemplate>(template)?.Name ?? template;

    private async Task<bool> LoadAsync(string? done, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await view.FindAsync(Id, reader, ct) is not { } facts) return false;
        Facts = facts;
        Chip = chips.Of(facts.Matter);
        Explain();
        Mails = await outbox.OfMatterAsync(Id, ct);
        MaySendAgain = MaySend(reader, facts);
        Papers = [.. facts.Papers.Select(Paper)];
        OfficeFiles = [.. facts.Files.Values.Where(f => f.Purpose.StartsWith(RecordWork.Purpose, StringComparison.Ordinal)).OrderBy(f => f.At).Select(f => new FileRow(f.Name, $"{f.ByName}, {Platform.Words.Wording.Moment(f.At)}", $"/mot-cua/{Id}/tep/{f.Id}"))];
        Signing = await documents.WaitingForAsync(Id, reader, ct);
        (Documents, Arrived) = (await documents.OfMatterAsync(Id, ct), await documents.ArrivedOfMatterAsync(Id, ct));
        // A leader whose colleague has to sign isn't who it waits for.
        IsMine = Signing is not null || (facts.Matter.WaitsFor(reader) && !Documents.Any(d => d is { IssuedAt: null, VoidReason: null }));
        foreach (var source in panels.OrderBy(p => p.Order))
            if (await source.OfAsync(facts, reader, ct) is { } panel) Panels = [.. Panels, panel];
        // What a step recorded, such as the holder's explanation, is read by whoever decides on it.
        var values = DraftResult.Known(facts.Dossier).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in Json.Values(facts.Dossier.Appraisal)) values[key] = value;
        Appraisal = [.. facts.Process.Acts.SelectMany(a => a.Fields).Concat(facts.Procedure.OfficeGroups.SelectMany(g => g.Fields)).DistinctBy(f => f.Key).Where(f => values.ContainsKey(f.Key)).Select(f => (f.Label, FormInput.Show(f, values[f.Key])))];
        var history = await view.HistoryAsync(Id, ct);
        History = [.. history.Select((e, i) => e.Line(i == 0 && facts.Matter.Closed is null ? EventTime.Now : EventTime.Past))];
        if (done is not null && history.FirstOrDefault(e => e.Act == done) is { } entry)
        {
            // The form is kept a moment before the trail's entry is written, so their times are not the same.
            var form = facts.Forms.LastOrDefault(f => f.At <= entry.At && facts.Process.Act(done) is { } act && act.Produces.Contains(f.Template));
            Note = new DoneNote("Đã xong: " + entry.Text, form?.Id, form?.Template);
        }

        return true;
    }

    private FileRow Paper(DossierComponent paper)
    {
        var file = paper.FileId is { } id ? Facts.Files.GetValueOrDefault(id) : null;
        var declared = file is null && paper.Code == Submission.FormComponent && Facts.Dossier.Channel == Channel.Online;
        var note = string.Join(" · ", new[] { file is null ? null : $"{file.Name}, {Platform.Words.Wording.Size(file.Size)}", declared ? "khai trực tuyến, xem “Nội dung đơn”" : null, paper.Required ? null : "chỉ nộp khi cần", paper.Remark }.OfType<string>());
        // A paper that nobody asked for is no fault when it isn't there, nor is the form that the answers make.
        bool? here = paper.Accepted switch
        {
            true => true,
            false => paper.IsAskedFor() ? false : null,
            null => file is null && paper.Required && !declared ? false : null,
        };
        return new FileRow(paper.Name, note.Length > 0 ? note : null, file is null ? null : $"/mot-cua/{Id}/tep/{file.Id}", here);
    }

    private void Explain()
    {
        var clocks = MatterClocks.Read(Facts.Matter.Clocks);
        if (clocks.Leading(Facts.Process) is not { } clock) return;
        Answer2 = clock.Answer(calendar.Calendar);
        (Days, Bases) = (DaysOf.Rows(Answer2), [.. Answer2.Days.Select(d => d.Basis).Distinct(StringComparer.Ordinal)]);
        StepWords = StepOf(clocks);
        Extensions = [.. clock.Extensions.Where(e => e.At >= clock.CountedFrom).Select(e => $"Đã gia hạn ngày {Vietnam.Local(e.At):dd/MM/yyyy}: {e.Reason}")];
    }

    /// <summary>By when the present step should be done, to the minute where it has a clock of its own.</summary>
    private string? StepOf(MatterClocks clocks)
    {
        if (Facts.Matter.Closed is not null || clocks.StepDue is not { } due || Facts.Process.Steps.FirstOrDefault(s => s.Id == clocks.Step) is not { } step) return null;
        var by = step.Clock is null ? $"{Vietnam.Local(due):dd/MM/yyyy}" : Wording.Moment(due);
        var late = due < time.UtcNow() ? ", đã quá" : "";
        return Facts.Process.Clocks.FirstOrDefault(c => c.Id == step.Clock) is { } own && clocks.Running.ContainsKey(own.Id)
            ? $"{own.Name}: chậm nhất {by}{late} ({own.Basis})." : $"Bước “{step.Name}” nên xong trước {by}{late}.";
    }
}
