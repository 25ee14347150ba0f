using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Sheets;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;

namespace NhiemSo.Registers.Export;

/// <summary>A register as a file, for staff: who took it, when and what for stands in the trail before the file is handed out. Personal data stays behind.</summary>
internal sealed class ExportPageModel(EntryList list, Work work, AuditTrail audit, CurrentReader current, TimeProvider time) : PageModel
{
    private const int LongestPurpose = 300;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? TrangThai { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    /// <summary><c>xlsx</c> or <c>csv</c>.</summary>
    [BindProperty]
    public string? Format { get; set; } = "xlsx";

    public RegisterSchema Schema { get; private set; } = null!;

    public IReadOnlyList<Choice> Formats { get; } = [new("xlsx", "Bảng tính (XLSX)"), new("csv", "Văn bản phân cách bằng dấu phẩy (CSV)")];

    /// <summary>What of the register goes out, in words.</summary>
    public string Part => string.Join(", ", new[]
    {
        string.IsNullOrEmpty(TrangThai) ? null : $"trạng thái “{Schema.State(TrangThai)?.Name ?? EntryTable.ExpiredName}”", string.IsNullOrWhiteSpace(Q) ? null : $"có chữ “{Q.Trim()}”",
    }.OfType<string>()) is { Length: > 0 } words ? words : "toàn bộ sổ";

    public IActionResult OnGet(string code) => Load(code) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (Load(code) is { } problem) return this.Answer(problem);
        if (string.IsNullOrWhiteSpace(Purpose)) return this.Answer(Problem.Field(nameof(Purpose), "Ghi mục đích: lấy bảng này để làm gì, gửi cho ai."));
        if (Purpose.Length > LongestPurpose) return this.Answer(Problem.Field(nameof(Purpose), $"Mục đích dài nhất {LongestPurpose} ký tự."));
        if (Format is not ("xlsx" or "csv")) return this.Answer(Problem.Field(nameof(Format), "Chọn dạng tệp."));
        var reader = await current.GetAsync(ct);
        var noted = await work.ActAsync<Done>(async c =>
        {
            await audit.WriteAsync("installation", Guid.Empty, new Actor(reader.PersonId, reader.Name, reader.Capacity), new AuditNote("xuat-so", $"Xuất {Schema.Name} ({Format.ToUpperInvariant()}), {Part}", Purpose.Trim()), c);
            return Done.Yes;
        }, ct);
        if (!noted.Ok) return this.Answer(noted.Problem);
        var (filter, columns) = (new EntryFilter(TrangThai, Q, null), Schema.Columns.Where(c => !c.Personal).ToList());
        if (Format == "csv") return File(EntryTable.Csv(Schema, columns, await list.AllAsync(reader, Schema, filter, ct), list.Today), "text/csv; charset=utf-8", code + ".csv");
        return await SheetFile.AnswerAsync(EntrySheet.Of(Schema, columns, list.StreamAsync(reader, Schema, filter), list.Today, [$"Xuất ngày {Wording.Date(time.Today())}, {Part}"]), code, ct);
    }

    private Problem? Load(string code)
    {
        if (list.Register(code) is not { } schema) return Problem.NotFound();
        Schema = schema;
        return null;
    }
}
