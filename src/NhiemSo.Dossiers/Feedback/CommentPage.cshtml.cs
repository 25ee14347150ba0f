using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>Anybody says how a procedure could be better; five an hour from one address.</summary>
[AllowAnonymous]
internal sealed class CommentPageModel(Catalogue catalogue, FeedbackDesk desk, Tries tries, TimeProvider time) : PageModel
{
    public const int AnHour = 5;

    private static readonly Problem Unknown = Problem.NotFound("Không có thủ tục này. Tìm lại trên trang chủ.");

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public Procedure Procedure { get; private set; } = null!;

    public IActionResult OnGet(string code) => Load(code) ? Page() : this.Answer(Unknown);

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!Load(code)) return this.Answer(Unknown);
        string[] keys = [Tries.Key("gop-y", HttpContext.Connection.RemoteIpAddress)];
        var counted = await tries.CountAsync(AnHour, "Trong giờ này mạng bạn đang dùng đã gửi năm góp ý. Đợi sang giờ sau rồi gửi tiếp.", keys, ct);
        if (!counted.Ok) return this.Answer(counted.Problem);
        var done = await desk.CommentAsync(code, new FeedbackInput(Text, Name, Email), ct);
        if (done.Ok) return Redirect($"/gop-y?ma={done.Value.Code}&moi=true");
        await tries.TakeBackAsync(keys, ct);
        return this.Answer(done.Problem);
    }

    private bool Load(string code)
    {
        if (catalogue.Find(code, time.Today()) is not { Procedure.OpenedByOffice: false } offered) return false;
        Procedure = offered.Procedure;
        return true;
    }
}
