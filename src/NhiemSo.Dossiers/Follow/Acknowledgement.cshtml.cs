using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Follow;

/// <summary>Right after submission: the look-up code and what comes next. The address works for two hours.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AcknowledgementModel(DepartmentDb db, Passes passes) : PageModel
{
    public Dossier Dossier { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public IReadOnlyList<TimelineEvent> Next { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? ma, CancellationToken ct)
    {
        if (passes.Acknowledged(ma) is not { } id || await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } dossier)
            return this.Answer(Problem.NotFound("Trang này chỉ mở được ngay sau khi nộp. Dùng mã tra cứu ở trang Tra cứu hồ sơ."));
        Dossier = dossier;
        var matter = await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id, ct);
        Title = matter.Title;
        Next =
        [
            new("Bạn nộp hồ sơ", null, EventTime.Past),
            new("Bộ phận Một cửa kiểm tra giấy tờ", matter.Due is { } at ? $"chậm nhất {Wording.Moment(at)}" : null, EventTime.Now),
            new("Bạn nhận mã hồ sơ và ngày hẹn trả kết quả", "xem ở trang tra cứu", EventTime.Next),
        ];
        passes.Admit(HttpContext, id);
        return Page();
    }
}
