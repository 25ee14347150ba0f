using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Book;

/// <summary>The desk's follow-up book, this month unless asked otherwise; on screen and as mẫu 06.</summary>
internal sealed class FollowBookPageModel(FollowBook book, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Tu { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Den { get; set; }

    public IReadOnlyList<BookLine> Lines { get; private set; } = [];

    public string PdfHref => $"/mot-cua/so-theo-doi?handler=Pdf&Tu={Uri.EscapeDataString(Show(Tu))}&Den={Uri.EscapeDataString(Show(Den))}";

    public static string Show(DateOnly? day) => day is { } known ? Wording.Date(known) : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        var paper = book.Print(Lines, Tu!.Value, Den!.Value, (await current.GetAsync(ct)).Name);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!reader.Has(Role.Desk)) return Problem.Forbidden("Sổ theo dõi hồ sơ do Bộ phận Một cửa giữ.");
        var today = time.Today();
        Den ??= today;
        Tu ??= new DateOnly(Den.Value.Year, Den.Value.Month, 1);
        if (Tu > Den) return Problem.Field(nameof(Tu), "Ngày đầu phải trước hoặc bằng ngày cuối.");
        Lines = await book.ReadAsync(reader, Tu.Value, Den.Value, ct);
        return null;
    }
}
