using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Decide;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Represent;
using NhiemSo.Mandate;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Apply;

/// <summary>What is handed in.</summary>
/// <param name="Typed">Answers by field key, as typed.</param>
/// <param name="Files">Uploaded files by component code.</param>
/// <param name="ReturnBy"><c>online</c>, <c>desk</c> or <c>post</c>.</param>
/// <param name="AsksWho">The applicant was asked for whom they hand in; other portals and the desk's paper needn't say.</param>
internal sealed record NewSubmission(
    string Procedure, Channel Channel, IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, Guid> Files, string ReturnBy, bool AsksWho = false);

/// <summary>What the applicant is told.</summary>
internal sealed record Acknowledgement(Guid DossierId, string LookupCode, DateTime At);

/// <summary>Hands in an application: validates it, opens the dossier, gives the look-up code. One act.</summary>
internal sealed class Submission(DepartmentDb db, Work work, Catalogue catalogue, IDuties duties, Decider decider, MatterActs acts, RuleShelf rules, Accounts accounts, TimeProvider time)
{
    /// <summary>Component that is made from the answers.</summary>
    public const string FormComponent = "don-de-nghi";

    /// <summary>Faults of the whole form, for the review page.</summary>
    public static FormReading Check(Procedure procedure, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, Guid> files, string? returnBy, DateOnly today, Channel channel = Channel.Online, bool asksWho = false)
    {
        var reading = FormInput.Read(procedure.Groups.SelectMany(g => g.Fields), typed, today);
        var faults = reading.Faults.Concat(Representing.Faults(procedure, typed, asksWho)).ToList();
        foreach (var component in Representing.Papers(procedure, typed).Where(c => channel == Channel.Online && IsUploaded(c) && c.Required && !files.ContainsKey(c.Code)))
            faults.Add(new FieldFault("giay-to." + component.Code, $"Tải lên: {component.Name}."));
        if (returnBy is not ("online" or "desk" or "post")) faults.Add(new FieldFault("nhan-ket-qua", "Chọn cách nhận kết quả."));
        return reading with { Faults = faults };
    }

    /// <summary>The application form itself is made from the answers, so it is not uploaded.</summary>
    public static bool IsUploaded(Component component) => component.Code != FormComponent;

    /// <summary>From the applicant's draft; a second press of the button answers the same acknowledgement.</summary>
    public async Task<Outcome<Acknowledgement>> SubmitDraftAsync(string token, string returnBy, CancellationToken ct) =>
        await work.ActAsync<Acknowledgement>(async c =>
        {
            var hash = Drafts.Hash(token);
            if (await db.Set<ApplicationDraft>().FirstOrDefaultAsync(d => d.TokenHash == hash, c) is not { } draft) return Problem.NotFound();
            if (draft.DossierId is { } done)
            {
                var known = await db.Set<Dossier>().FirstAsync(d => d.Id == done, c);
                return new Acknowledgement(known.Id, known.LookupCode, known.SubmittedAt);
            }

            var outcome = await InActAsync(new NewSubmission(draft.Procedure, Channel.Online, Json.Texts(draft.Data), Json.Ids(draft.Files), returnBy, AsksWho: true), Readers.ApplicantOf(Guid.Empty), c);
            if (outcome.Ok)
            {
                draft.DossierId = outcome.Value.DossierId;
                draft.Version++;
                if (draft.AccountId is { } account) await accounts.OwnAsync(account, outcome.Value.DossierId, Account.AccountWay.HandedIn, c);
            }

            return outcome;
        }, ct);

    /// <summary>Within an act: opens the dossier.</summary>
    public async Task<Outcome<Acknowledgement>> InActAsync(NewSubmission submission, Reader by, CancellationToken ct)
    {
        var today = time.Today();
        if (catalogue.Find(submission.Procedure, today) is not { MayBeFiled: true, Procedure.OpenedByOffice: false } offered) return Problem.WrongState("Thủ tục này hiện chưa nhận hồ sơ.");
        var procedure = offered.Procedure;
        var reading = Check(procedure, submission.Typed, submission.Files, submission.ReturnBy, today, submission.Channel, submission.AsksWho);
        if (reading.Faults.Count > 0) return Problem.Invalid("Hồ sơ còn chỗ cần sửa trước khi nộp.", [.. reading.Faults]);
        if (await duties.FindAsync(procedure.Duty, offered.Book.From, today, ct) is not { } duty) return Problem.WrongState($"Hiện không có đơn vị nào được giao nhiệm vụ {procedure.Duty}. Hồ sơ chưa nộp được, hãy liên hệ Sở để được hướng dẫn.");
        var who = procedure.ApplicantFields;
        var phone = Phone.Read(submission.Typed.GetValueOrDefault(who.Phone) ?? "", who.Phone);
        if (!phone.Ok) return phone.Problem;

        var contact = Representing.ContactPhone(submission.Typed) ?? phone.Value;
        var now = Microseconds.Trim(time.UtcNow());
        var name = who.Name.Select(n => Text(reading, n)).First(n => n is not null)!;
        var party = await PartyAsync(procedure, reading, name, phone.Value, ct);
        var process = rules.At(today).Get<ProcessDefinition>(await decider.ProcessAsync(procedure, today, ct));
        var matter = new Matter
        {
            Kind = DossiersRoom.Kind, Title = procedure.Name, PartyName = name, PartyId = party.Id, DutyId = duty.Id, DutyCitation = duty.Citation, UnitId = duty.UnitId,
            Process = process.Code, ProcessVersion = rules.At(today).Book<ProcessDefinition>(process.Code)!.Hash, State = "", StateName = "", Opened = now, LastEvent = now,
        };
        var dossier = new Dossier
        {
            Id = matter.Id, Procedure = procedure.Code, ProcedureVersion = offered.Book.Hash, LookupCode = NewLookupCode(today), Channel = submission.Channel, Data = Json.Write(reading.Values),
            ApplicantName = name, Phone = contact, PhoneLast4 = contact[^4..], Email = Text(reading, who.Email), Address = Text(reading, who.Address), ReturnBy = submission.ReturnBy, SubmittedAt = now,
        };
        var opened = await acts.OpenAsync(matter, "nop", by, DossierActs.Limits(procedure), async (act, c) =>
        {
            db.Add(dossier);
            await AddComponentsAsync(Representing.Papers(procedure, submission.Typed), dossier, submission.Files, c);
            if (Representing.RowOf(dossier.Id, submission.Typed) is { } who) db.Add(who);
            act.Text = WordsOf(submission.Channel) + (Representing.Authorised(submission.Typed) ? " theo ủy quyền" : "");
            return Done.Yes;
        }, ct);
        return opened.Ok ? new Acknowledgement(dossier.Id, dossier.LookupCode, now) : opened.Problem;
    }

    private static string WordsOf(Channel channel) => channel switch
    {
        Channel.Online => "Nộp trực tuyến",
        Channel.Post => "Nộp qua bưu chính",
        _ => "Nộp tại Bộ phận Một cửa",
    };

    private async Task AddComponentsAsync(IEnumerable<Component> components, Dossier dossier, IReadOnlyDictionary<string, Guid> files, CancellationToken ct)
    {
        foreach (var (component, order) in components.Select((x, i) => (x, i)))
        {
            Guid? fileId = files.TryGetValue(component.Code, out var id) ? id : null;
            if (fileId is not null) (await db.Set<FileRef>().FirstAsync(f => f.Id == fileId, ct)).MatterId = dossier.Id;
            db.Add(new DossierComponent { DossierId = dossier.Id, Code = component.Code, Name = component.Name, Required = component.Required, FileId = fileId, Order = order });
        }
    }

    /// <summary>One row per organisation: found again by its code, else by folded name and phone.</summary>
    private async Task<Party> PartyAsync(Procedure procedure, FormReading reading, string name, string phone, CancellationToken ct)
    {
        var code = Text(reading, procedure.ApplicantFields.TaxCode);
        var tax = code is not null && FieldPatterns.Fault("tax-code", code) is null ? code : null;
        var fold = Fold.Text(name);
        var known = tax is null ? null : await db.Set<Party>().FirstOrDefaultAsync(p => p.TaxCode == tax && p.MergedIntoId == null, ct);
        known ??= await db.Set<Party>().FirstOrDefaultAsync(p => p.FoldName == fold && p.Phone == phone && p.MergedIntoId == null, ct);
        if (known is not null) return known;
        var party = new Party { Kind = PartyKind.Organisation, Name = name, FoldName = fold, TaxCode = tax, Phone = phone, Email = Text(reading, procedure.ApplicantFields.Email), Address = Text(reading, procedure.ApplicantFields.Address) };
        db.Add(party);
        return party;
    }

    /// <summary>Ten letters and digits without those that look alike, in two groups: easy to read out over the phone.</summary>
    public static string NewLookupCode(DateOnly day)
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHKLMNPQRSTUVXY3456789", 8);
        return $"{day:yyMMdd}-{code[..4]}-{code[4..]}";
    }

    /// <summary>A look-up code or dossier number as people type it: small letters, blanks, the look-up code also without its dashes.</summary>
    public static string ReadCode(string typed)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var plain = string.Concat(text.Where(char.IsAsciiLetterOrDigit));
        return plain.Length == 14 && plain[..6].All(char.IsAsciiDigit) ? $"{plain[..6]}-{plain[6..10]}-{plain[10..]}" : text;
    }

    private static string? Text(FormReading reading, string? key) => key is null ? null : reading.Values.GetValueOrDefault(key) as string;
}
