using System.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Sheets;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;

namespace NhiemSo.Registers.Earlier;

/// <summary>Many earlier licences from a table: looked at first, then taken as a whole or not at all.</summary>
[RequestSizeLimit(Limit + (1L << 20))]
internal sealed class ImportPageModel(EarlierRights rights, EarlierDesk desk, EntryList list, FileStore store, MatterFiles files, DepartmentDb db, Work work, CurrentReader current) : PageModel
{
    public const long Limit = 5L << 20;

    private static readonly IReadOnlyList<FileType> Accepted = [FileType.Xlsx, FileType.Text];

    private string Purpose => $"earlier-import:{Schema.Code}";

    public RegisterSchema Schema { get; private set; } = null!;

    public IReadOnlyList<EarlierReading> Read { get; private set; } = [];

    [BindProperty]
    public IFormFile? Tep { get; set; }

    /// <summary>The table looked at, kept so that what is taken is what was seen.</summary>
    [BindProperty]
    public Guid? Looked { get; set; }

    public string? FileName { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) is { } problem ? this.Answer(problem) : Page();

    /// <summary>A table with the register's heads and nothing below.</summary>
    public async Task<IActionResult> OnGetMauAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } problem) return this.Answer(problem);
        using var table = new DataTable();
        foreach (var head in EarlierTable.Heads(Schema)) table.Columns.Add(head);
        table.Rows.Add();
        var stream = new MemoryStream();
        stream.SaveAs(table);
        stream.Position = 0;
        return File(stream, FileType.Xlsx.ContentType, $"mau-{code}.xlsx");
    }

    public async Task<IActionResult> OnPostLookAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } problem) return this.Answer(problem);
        if (Tep is not { Length: > 0 }) return this.Answer(Problem.Field(nameof(Tep), "Chọn tệp bảng: XLSX hoặc CSV."));
        await using var content = Tep.OpenReadStream();
        var stored = await store.PutAsync(content, Tep.FileName, ct, Limit, Accepted);
        if (!stored.Ok) return this.Answer(AtFile(stored.Problem));
        if (await ReadAsync(stored.Value.Hash, ct) is { } fault) return this.Answer(fault);
        var reader = await current.GetAsync(ct);
        var kept = await work.ActAsync<Guid>(async c => (await files.AttachAsync(stored.Value, null, Purpose, reader.Name, c)).Id, ct);
        if (!kept.Ok) return this.Answer(kept.Problem);
        (Looked, FileName) = (kept.Value, stored.Value.Name);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } problem) return this.Answer(problem);
        var reader = await current.GetAsync(ct);
        if (await db.Set<FileRef>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == Looked && f.Purpose == Purpose && f.ByName == reader.Name && f.RemovedAt == null, ct) is not { } table)
            return this.Answer(Problem.WrongState("Tệp đã xem không còn. Nạp lại tệp."));
        if (await ReadAsync(table.Hash, ct) is { } fault) return this.Answer(fault);
        var taken = await desk.ImportAsync(code, Read, table.Name, reader, ct);
        if (taken.Ok) return Redirect($"/so-bo/{code}/cho-xac-nhan");
        Read = [];
        return this.Answer(taken.Problem);
    }

    public IEnumerable<(string Label, string Text)> Shown(EarlierReading licence) =>
        [.. Schema.Columns.Where(c => c.Required).Select(c => (c.Label, FormInput.Show(c, licence.Values.GetValueOrDefault(c.Key)))), (EarlierInput.StateLabel, Schema.State(licence.State)!.Name)];

    public IEnumerable<(string Label, string Rule)> Columns => Schema.Columns.Select(c => (c.Label, (c.Required ? "bắt buộc" : "không bắt buộc") + c.Type switch
    {
        FieldType.Date => ", ngày dd/MM/yyyy",
        FieldType.Number => ", số",
        FieldType.Money => ", số tiền (đồng)",
        FieldType.YesNo => ", Có hoặc Không",
        FieldType.Choice => ", một trong: " + string.Join("; ", c.Options.Select(o => o.Label)),
        _ => "",
    })).Append((EarlierInput.StateLabel, "không bắt buộc, một trong: " + string.Join("; ", Schema.States.Select(s => s.Name))));

    private async Task<Problem?> ReadAsync(string hash, CancellationToken ct)
    {
        await using var file = store.OpenRead(hash);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, ct);
        var rows = SheetReader.Read(bytes);
        if (!rows.Ok) return AtFile(rows.Problem);
        var read = EarlierTable.Read(Schema, rows.Value, list.Today);
        if (!read.Ok) return AtFile(read.Problem);
        Read = read.Value;
        return null;
    }

    private static Problem AtFile(Problem problem) => problem with { Fields = problem.Fields.Count == 0 ? [new FieldFault(nameof(Tep), problem.Message)] : [.. problem.Fields.Select(f => f with { Field = nameof(Tep) })] };

    private async Task<Problem?> LoadAsync(string code, CancellationToken ct)
    {
        if (await rights.FindAsync(code, ct) is not var (schema, duty)) return Problem.NotFound();
        if (!EarlierRights.MayEnter(await current.GetAsync(ct), duty.UnitId)) return Problem.Forbidden("Chỉ phòng được giao nhiệm vụ của sổ này nhập giấy phép cấp trước.");
        Schema = schema;
        return null;
    }
}
