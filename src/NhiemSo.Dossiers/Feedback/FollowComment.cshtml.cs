using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>A comment and its answer, by its code. Complaints about a dossier are read on the dossier's own page only.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class FollowCommentModel(DepartmentDb db, Tries tries) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Ma { get; set; }

    /// <summary>Just sent.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Moi { get; set; }

    public FeedbackItem? Item { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Ma)) return Page();
        var code = Ma.Trim().ToUpperInvariant();
        string[] keys = [Tries.Key("ma-gop-y", HttpContext.Connection.RemoteIpAddress)];
        var counted = await tries.CountAsync(Lookup.TriesAnHour, "Trong giờ này đã có năm lần nhập không đúng, từ mạng bạn đang dùng. Đợi sang giờ sau rồi nhập lại.", keys, ct);
        if (!counted.Ok) return this.Answer(counted.Problem);
        Item = await db.Set<FeedbackItem>().AsNoTracking().FirstOrDefaultAsync(f => f.Code == code && f.About == FeedbackAbout.Procedure, ct);
        if (Item is null) return this.Answer(Problem.Field(nameof(Ma), "Không thấy góp ý nào có mã này. Kiểm tra lại mã."));
        await tries.TakeBackAsync(keys, ct);
        return Page();
    }
}
