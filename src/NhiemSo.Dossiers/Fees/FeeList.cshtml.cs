using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees;

/// <summary>The desk's list of dossiers whose fees wait for something.</summary>
internal sealed class FeeListModel(FeeQueue queue, FeeRights rights, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Sau { get; set; }

    /// <summary>A payment reference, as it is typed or stands in the content of a transfer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<FeeQueueRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayRecord { get; private set; }

    public static string Waits(FeeQueueRow row) => row.Left switch
    {
        > 0 => $"còn phải nộp {Wording.Money(row.Left)}" + (row.Open ? ", còn khoản chưa xác định" : ""),
        < 0 => $"nộp thừa {Wording.Money(-row.Left)}",
        _ => row.Open ? "còn khoản chưa xác định" : "không còn gì phải nộp",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!await rights.ReadsAsync(reader, ct)) return this.Answer(Problem.Forbidden("Trang thu phí, lệ phí dành cho Bộ phận Một cửa và lãnh đạo."));
        MayRecord = reader.Has(Role.Desk);
        var asked = string.IsNullOrWhiteSpace(Q) ? null : PaymentReference.In(Q).FirstOrDefault() ?? Q.Trim().ToUpperInvariant();
        var found = await queue.ReadAsync(reader, asked, Sau, ct);
        Next = found.Count > FeeQueue.PageSize ? found[FeeQueue.PageSize - 1].Id.ToString() : null;
        Rows = [.. found.Take(FeeQueue.PageSize)];
        return Page();
    }
}
