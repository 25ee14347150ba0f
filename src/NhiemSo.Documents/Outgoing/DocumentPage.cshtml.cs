using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signers;
using NhiemSo.Documents.Signing;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Outgoing;

/// <summary>One outgoing document: where its signing stands, and the next step for whoever has it.</summary>
internal sealed class DocumentPageModel(
    DocumentList list, DocumentFiles files, SigningDesk desk, SigningTickets tickets, SigningKeys keys, CurrentReader current, ISigningProof proof, DepartmentDb db, IEnumerable<MatterKind> kinds, TimeProvider time) : PageModel
{
    public static readonly string AgentAddress = $"http://127.0.0.1:{AgentProtocol.DefaultPort}";

    private static readonly (SigningState State, string Words)[] Way =
        [(SigningState.Reserved, "Giữ số và ngày"), (SigningState.AwaitingPerson, "Lập bản in, chờ chữ ký"), (SigningState.PersonSigned, "Người có thẩm quyền đã ký"), (SigningState.AwaitingOrgan, "Chờ dấu của cơ quan"), (SigningState.Issued, "Phát hành")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>The password once more, when it was typed long ago.</summary>
    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? CertificatePem { get; set; }

    public Document Document { get; private set; } = null!;

    public string MatterHref { get; private set; } = "";

    public bool MaySign { get; private set; }

    public bool MaySeal { get; private set; }

    public bool MayVoid { get; private set; }

    public bool HasKeyHere { get; private set; }

    public ProofQuestion? Question { get; private set; }

    public string? Ticket { get; private set; }

    public IReadOnlyList<TimelineEvent> History { get; private set; } = [];

    public IReadOnlyList<TimelineEvent> Stops { get; private set; } = [];

    public IReadOnlyList<SignatureCheck> Signatures { get; private set; } = [];

    public string Todo => MaySign ? "Việc cần làm: ký số" : MaySeal ? "Việc cần làm: đóng dấu, phát hành" : DocumentWords.Of(Document.State);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : this.Answer(Problem.NotFound());

    public Task<IActionResult> OnPostSignAsync(CancellationToken ct) =>
        ActAsync(async reader => string.IsNullOrEmpty(Pin) ? Problem.Field(nameof(Pin), "Nhập mã PIN của khóa ký.")
            : MaySign && await proof.MissingAsync(Proof, nameof(Proof), ct) is { } missing ? missing : await desk.SignHereAsync(Id, reader, Pin, ct), ct);

    public Task<IActionResult> OnPostSealAsync(CancellationToken ct) =>
        ActAsync(async reader => MaySeal && await proof.MissingAsync(Proof, nameof(Proof), ct) is { } missing ? missing : await desk.SealAndIssueAsync(Id, reader, ct), ct);

    public Task<IActionResult> OnPostVoidAsync(CancellationToken ct) => ActAsync(reader => desk.VoidAsync(Id, reader, Reason, ct), ct);

    /// <summary>Prepares the digest for the person's own token and gives a one-time ticket for the agent.</summary>
    public async Task<IActionResult> OnPostTicketAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return this.Answer(Problem.NotFound());
        var ticket = await tickets.IssueAsync(Id, await current.GetAsync(ct), CertificatePem, ct);
        if (!ticket.Ok) return this.Answer(ticket.Problem);
        await LoadAsync(ct);
        Ticket = ticket.Value;
        // The form with the ticket goes to the agent on the reader's own machine, which asks from which page it comes.
        Response.Headers.ContentSecurityPolicy = Response.Headers.ContentSecurityPolicy.ToString().Replace("form-action 'self'", $"form-action 'self' {AgentAddress}", StringComparison.Ordinal);
        Response.Headers["Referrer-Policy"] = "origin";
        return Page();
    }

    private async Task<IActionResult> ActAsync(Func<Reader, Task<Outcome<DocumentFacts>>> act, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return this.Answer(Problem.NotFound());
        var done = await act(await current.GetAsync(ct));
        if (done.Ok) return RedirectToPage(new { Id });
        await LoadAsync(ct);
        return this.Answer(done.Problem);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await list.FindAsync(Id, reader, ct) is not { } document) return false;
        Document = document;
        MaySign = SigningDesk.MaySign(document, reader);
        MayVoid = document.State is not (SigningState.Issued or SigningState.Voided) && SigningDesk.MayVoid(document, reader);
        MaySeal = SigningDesk.MaySeal(document, reader);
        HasKeyHere = reader.PersonId is { } person && keys.PersonFile(person) is not null;
        Question = MaySign || MaySeal ? await proof.QuestionAsync(ct) : null;
        var kind = await db.Set<Matter>().Where(m => m.Id == document.MatterId).Select(m => m.Kind).FirstAsync(ct);
        MatterHref = kinds.First(k => k.Kind == kind).Href(document.MatterId);
        History = [.. (await db.TrailAsync("document", Id, ct)).Select(e => e.Line())];
        Stops = [.. Way.Select(w => new TimelineEvent(w.Words, null, document.State == SigningState.Voided ? EventTime.Next : w.State == document.State ? EventTime.Now : w.State < document.State ? EventTime.Past : EventTime.Next))];
        Signatures = document.FileHash is null ? [] : PadesVerifier.Verify(await files.BytesAsync(document.FileHash, ct), keys.Roots(), time.UtcNow()).Signatures;
        return true;
    }
}
