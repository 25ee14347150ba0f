using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Represent;
using NhiemSo.Dossiers.Reuse;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Apply;

/// <summary>An application step by step: for whom, one group of fields a page, then papers, how to receive the result, review. Every step saves.</summary>
[AllowAnonymous, RequestSizeLimit(AcceptedPapers.RequestLimit)]
internal sealed class ApplyPageModel(Drafts drafts, DraftPapers papers, Submission submission, Catalogue catalogue, Passes passes, RuleShelf rules, AccountCookie cookie, HeldPapers held, DepartmentDb db, TimeProvider time) : PageModel
{
    private const string ReturnKey = "nhan-ket-qua";
    private const string RefusedFiles = "tep-khong-nhan";

    public static readonly IReadOnlyList<Choice> ReturnChoices =
        [new("online", "Trực tuyến", "Tải tệp đã ký số ở trang tra cứu."), new("desk", "Đến Bộ phận Tiếp nhận và Trả kết quả"), new("post", "Qua bưu chính công ích", "Gửi về địa chỉ trụ sở bạn đã khai.")];

    private IReadOnlyDictionary<string, Guid> files = new Dictionary<string, Guid>();
    private IReadOnlyDictionary<Guid, FileRef> refs = new Dictionary<Guid, FileRef>();
    private IReadOnlyList<FieldFault> faults = [];

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Step { get; set; }

    /// <summary>Set when the step was opened from the review, to go back there.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Xem { get; set; }

    public Procedure Procedure { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    public bool Saved { get; private set; }

    /// <summary>Last day on which the draft is still here if nobody goes on writing it.</summary>
    public DateOnly KeptUntil { get; private set; }

    public int Steps => Procedure.Groups.Count + 3;

    /// <summary>The step before the form's own.</summary>
    public bool IsWho => Step == 0;

    public FieldGroup? Group => Step >= 1 && Step <= Procedure.Groups.Count ? Procedure.Groups[Step - 1] : null;

    public bool IsPapers => Step == PapersStep;

    public bool IsReturn => Step == ReturnStep;

    public string Heading => Group?.Title ?? (IsWho ? "Người nộp hồ sơ" : IsPapers ? "Giấy tờ nộp kèm" : IsReturn ? "Nhận kết quả" : "Kiểm tra và nộp");

    public string Back => At(Xem ? Steps : Step - 1);

    /// <summary>This step once more, with its faults.</summary>
    private string Again => At(Step) + "?loi=true" + (Xem ? "&xem=true" : "");

    public string Address => $"{Request.Scheme}://{Request.Host}/nop-ho-so/{Token}/{Step}";

    /// <summary>Address of a step; <paramref name="key"/> is the answer to go to.</summary>
    public string At(int step, string? key = null) => $"/nop-ho-so/{Token}/{step}" + (key is null ? "" : "?xem=true#" + FieldTagHelper.Id(key));

    public int PapersStep => Procedure.Groups.Count + 1;

    public int ReturnStep => Procedure.Groups.Count + 2;

    public int FaultCount => faults.Count;

    public IEnumerable<Component> Uploads => Representing.Papers(Procedure, Typed).Where(Submission.IsUploaded);

    public WhoForm Who => new("Bạn nộp hồ sơ cho ai?", Representing.Choices(Procedure), Typed.GetValueOrDefault(Representing.Key), Typed);

    /// <summary>What the review says of it.</summary>
    public string WhoShown => Who.Choices.FirstOrDefault(c => c.Value == Who.Chosen)?.Text ?? "Chưa chọn";

    /// <summary>What the department holds already for a component of which nothing was uploaded; only for the account that began the application.</summary>
    public IReadOnlyDictionary<string, HeldPaper> Held { get; private set; } = new Dictionary<string, HeldPaper>();

    /// <summary>From where a file of this application comes that wasn't uploaded for it.</summary>
    public IReadOnlyDictionary<Guid, string> Reused { get; private set; } = new Dictionary<Guid, string>();

    public string ReturnShown => ReturnChoices.FirstOrDefault(c => c.Value == Typed.GetValueOrDefault(ReturnKey))?.Text ?? "Chưa chọn";

    /// <summary>The questions of this step whose answers anyone may read once the result is there.</summary>
    public IReadOnlyList<FieldDefinition> Published => Publishing.Of(Procedure, Group!.Fields, rules.Today);

    public string PublishingWords => Publishing.Words(Published);

    /// <param name="loi">The step was sent with faults: they are shown here and not in the answer to the form, or the browser's Back would not find the page again.</param>
    public async Task<IActionResult> OnGetAsync(bool? daLuu, bool? loi, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer) return answer;
        Saved = daLuu == true;
        if (Json.Texts(TempData[RefusedFiles] as string ?? "{}") is { Count: > 0 } refused)
            return this.Answer(Problem.Invalid("Có tệp chưa nhận được.", [.. refused.Select(r => new FieldFault(r.Key, r.Value))]));
        return loi == true && Faults() is { } problem ? this.Answer(problem) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? luu, string? go, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer) return answer;
        if (await KeepAsync(go, ct) is { } problem)
        {
            if (IsPapers && problem.Kind == ProblemKind.Invalid)
            {
                TempData[RefusedFiles] = Json.Write(problem.Fields.ToDictionary(f => f.Field, f => f.Message, StringComparer.Ordinal));
                return Redirect(Again);
            }

            await LoadAsync(ct);
            return this.Answer(problem);
        }

        await LoadAsync(ct);
        if (luu is not null) return Redirect($"{At(Step)}?daLuu=true");
        if (go is not null) return Redirect(At(Step) + (Xem ? "?xem=true" : ""));
        if (Faults() is not null) return Redirect(Again);
        if (Step < Steps) return Redirect(At(Xem ? Steps : Step + 1));
        var done = await submission.SubmitDraftAsync(Token, Typed.GetValueOrDefault(ReturnKey) ?? "", ct);
        return done.Ok ? Acknowledged(done.Value.DossierId) : this.Answer(done.Problem);
    }

    public static string PaperField(Component component) => "giay-to." + component.Code;

    public static string ReuseField(Component component) => "dung-lai." + component.Code;

    public static string PaperHint(Component c) => string.Join(' ', new[] { c.Required ? "Bắt buộc." : c.When is null ? "Nộp khi cần." : $"Chỉ nộp khi: {c.When}.", c.Help }.OfType<string>());

    public FileRef? FileOf(Component component) => files.TryGetValue(component.Code, out var id) ? refs.GetValueOrDefault(id) : null;

    public string Shown(FieldDefinition field)
    {
        var typed = Typed.GetValueOrDefault(field.Key);
        return string.IsNullOrWhiteSpace(typed) ? (field.Required ? "Chưa có" : "–") : FormInput.Show(field, typed);
    }

    /// <summary>Where the error summary's link leads on the review.</summary>
    public static string Anchor(string key) => FieldTagHelper.Id(key);

    public string? FaultOf(string key) => faults.FirstOrDefault(f => f.Field == key)?.Message;

    /// <summary>Only what is about whoever fills in the form; a printer's address isn't.</summary>
    public static string? AutocompleteOf(ApplicantFields who, FieldDefinition field)
    {
        if (field.Key == who.Phone) return "tel";
        if (field.Key == who.Email) return "email";
        if (field.Key == who.Address) return "street-address";
        return who.Name.Contains(field.Key, StringComparer.Ordinal) ? field.Type == FieldType.Person ? "name" : "organization" : null;
    }

    /// <summary>Saves what came with this step before anything is judged.</summary>
    private async Task<Problem?> KeepAsync(string? remove, CancellationToken ct)
    {
        if (Group is not null || IsWho || IsReturn)
        {
            var keys = Group?.Fields.Select(f => f.Key) ?? (IsWho ? Representing.Keys : [ReturnKey]);
            var saved = await drafts.SaveAsync(Token, keys.ToDictionary(k => k, k => Request.Form[k].ToString(), StringComparer.Ordinal), ct);
            return saved.Ok ? null : saved.Problem;
        }

        if (!IsPapers) return null;
        if (remove is not null) return (await papers.RemoveAsync(Token, remove, ct)) is { Ok: false } stays ? stays.Problem : null;
        var refused = new List<FieldFault>();
        foreach (var upload in Request.Form.Files.Where(f => f.FileName.Length > 0))
        {
            if (Uploads.FirstOrDefault(c => PaperField(c) == upload.Name)?.Code is not { } code) continue;
            await using var content = upload.OpenReadStream();
            var kept = await papers.KeepAsync(Token, code, content, upload.FileName, ct);
            if (!kept.Ok) refused.Add(kept.Problem.At(upload.Name));
        }

        foreach (var component in Uploads.Where(c => Request.Form[ReuseField(c)] == "1" && Request.Form.Files[PaperField(c)] is not { FileName.Length: > 0 }).ToList())
            if (Held.TryGetValue(component.Code, out var known) && await papers.ReferAsync(Token, known, ct) is { Ok: false } failed) return failed.Problem;
        return refused.Count == 0 ? null : Problem.Invalid("Có tệp chưa nhận được.", [.. refused]);
    }

    private Problem? Faults()
    {
        if (Group is { } group)
        {
            var reading = FormInput.Read(group.Fields, Typed, time.Today());
            return reading.Faults.Count == 0 ? null : Problem.Invalid("Còn chỗ cần sửa.", [.. reading.Faults]);
        }

        if (IsWho) return Representing.Faults(Procedure, Typed, asked: true) is { Count: > 0 } who ? Problem.Invalid("Còn chỗ cần sửa.", [.. who]) : null;
        if (IsPapers)
        {
            var missing = Uploads.Where(c => c.Required && !files.ContainsKey(c.Code)).Select(c => new FieldFault(PaperField(c), $"Tải lên: {c.Name}.")).ToArray();
            return missing.Length == 0 ? null : Problem.Invalid("Còn thiếu giấy tờ.", missing);
        }

        if (!IsReturn) return faults.Count == 0 ? null : Problem.Invalid("Hồ sơ còn chỗ cần sửa trước khi nộp.", [.. faults]);
        return ReturnChoices.Any(c => c.Value == Typed.GetValueOrDefault(ReturnKey)) ? null : Problem.Field(ReturnKey, "Chọn cách nhận kết quả.");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await drafts.FindAsync(Token, ct) is not { } draft)
        {
            return await drafts.HandedInAsync(Token, ct) is { } dossierId ? await HandedInAsync(dossierId, ct)
                : this.Answer(Problem.NotFound("Không thấy đơn đang soạn này. Kiểm tra địa chỉ đã chép đủ chưa. Đơn không viết tiếp trong 30 ngày được xóa; nếu đã nộp, dùng mã tra cứu ở trang Tra cứu hồ sơ."));
        }

        Procedure = catalogue.Find(draft.Procedure, time.Today())?.Procedure ?? catalogue.Version(draft.ProcedureVersion);
        if (Step < 0 || Step > Steps) return Redirect(At(0));
        (Typed, files, KeptUntil) = (Json.Texts(draft.Data), Json.Ids(draft.Files), Vietnam.Day(draft.UpdatedAt + Drafts.Kept));
        var ids = files.Values.ToList();
        refs = await db.Set<FileRef>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        if (IsPapers) await LoadHeldAsync(draft, ids, ct);
        if (Step == Steps) faults = Submission.Check(Procedure, Typed, files, Typed.GetValueOrDefault(ReturnKey), time.Today(), asksWho: true).Faults;
        return null;
    }

    private async Task LoadHeldAsync(ApplicationDraft draft, List<Guid> ids, CancellationToken ct)
    {
        Reused = await db.Set<ReusedPaper>().AsNoTracking().Where(r => ids.Contains(r.FileId)).ToDictionaryAsync(r => r.FileId, r => r.From, ct);
        if (draft.AccountId is not { } owner || (await cookie.CurrentAsync(HttpContext, ct))?.Id != owner) return;
        Held = (await held.ForAsync(owner, Uploads.Where(c => FileOf(c) is null), ct)).ToDictionary(h => h.Component, StringComparer.Ordinal);
    }

    /// <summary>The button pressed twice, or the page before opened again: the acknowledgement while it can still be shown, later only the look-up.</summary>
    private async Task<IActionResult> HandedInAsync(Guid dossierId, CancellationToken ct)
    {
        var at = await db.Set<Dossier>().Where(d => d.Id == dossierId).Select(d => d.SubmittedAt).FirstAsync(ct);
        return time.UtcNow() - at < Passes.Lasting ? Acknowledged(dossierId) : Redirect("/tra-cuu");
    }

    private RedirectResult Acknowledged(Guid dossierId) => Redirect($"/da-nop?ma={Uri.EscapeDataString(passes.Acknowledge(dossierId))}");
}
