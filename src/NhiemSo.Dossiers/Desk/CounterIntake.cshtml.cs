using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Represent;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Desk;

/// <summary>Paper handed in at the desk: the same questions as online, on one page, typed by the desk.</summary>
internal sealed class CounterIntakeModel(Catalogue catalogue, Submission submission, Work work, CurrentReader current, TimeProvider time) : PageModel
{
    public Procedure Procedure { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    [BindProperty]
    public string? ReturnBy { get; set; } = "desk";

    /// <summary>How the paper came: <c>desk</c> or <c>post</c>.</summary>
    [BindProperty]
    public string? CameBy { get; set; } = "desk";

    public IReadOnlyList<Choice> ComeChoices { get; } = [new("desk", "Nộp tại quầy"), new("post", "Qua bưu chính")];

    public IReadOnlyList<Choice> ReturnChoices { get; } = [new("desk", "Đến Bộ phận Một cửa"), new("post", "Qua bưu chính"), new("online", "Trực tuyến")];

    /// <summary>Most people hand in their own.</summary>
    public WhoForm Who => new("Nộp hồ sơ cho ai?", Representing.Choices(Procedure), Typed.GetValueOrDefault(Representing.Key) ?? Representing.Self, Typed);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(string code, string? tiep, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } problem) return this.Answer(problem);
        Typed = Request.Form.Where(p => !p.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        var reader = await current.GetAsync(ct);
        var done = await work.ActAsync<Acknowledgement>(c => submission.InActAsync(new NewSubmission(code, CameBy == "post" ? Channel.Post : Channel.Desk, Typed, new Dictionary<string, Guid>(StringComparer.Ordinal), ReturnBy ?? ""), reader, c), ct);
        return done.Ok ? Redirect($"/mot-cua/{done.Value.DossierId}" + (tiep == "so-hoa" ? "/so-hoa" : "")) : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(string code, CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Desk)) return Problem.Forbidden("Chỉ Bộ phận Một cửa tiếp nhận hồ sơ tại quầy.");
        if (catalogue.Find(code, time.Today()) is not { MayBeFiled: true } offered) return Problem.NotFound("Không có thủ tục này, hoặc thủ tục chưa nhận hồ sơ.");
        Procedure = offered.Procedure;
        return null;
    }
}
