using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.Words;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Earlier;

/// <summary>Types a licence in that was issued before this system, by the columns of its register; with <c>muc</c>, a correction of one typed in before.</summary>
[RequestSizeLimit(FileStore.DefaultLimit + (1L << 20))]
internal sealed class EnterPageModel(EarlierRights rights, EarlierDesk desk, EntryList list, FileStore store, CurrentReader current) : PageModel
{
    public RegisterSchema Schema { get; private set; } = null!;

    public RegisterEntry? Entry { get; private set; }

    /// <summary>The entry to be corrected.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Muc { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public IFormFile? Tep { get; set; }

    public IReadOnlyList<Choice> States => [.. Schema.States.Select(s => new Choice(s.Id, s.Name))];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } problem) return this.Answer(problem);
        var licence = EarlierInput.Read(Schema, Schema.Columns.Select(c => c.Key).Append(EarlierInput.State).ToDictionary(k => k, k => Request.Form[k].ToString(), StringComparer.Ordinal), list.Today);
        var faults = licence.Ok ? [] : licence.Problem.Fields.ToList();
        if (string.IsNullOrWhiteSpace(Source)) faults.Add(new(nameof(Source), "Ghi nhập từ giấy tờ nào, như bản gốc lưu tại phòng, sổ theo dõi năm 2019."));
        if (faults.Count > 0) return this.Answer(Problem.Invalid("Sửa các mục sau.", [.. faults]));
        Stored? scan = null;
        if (Tep is { Length: > 0 })
        {
            await using var content = Tep.OpenReadStream();
            var put = await store.PutAsync(content, Tep.FileName, ct, accepted: [FileType.Pdf, FileType.Png, FileType.Jpeg]);
            if (!put.Ok) return this.Answer(Problem.Field(nameof(Tep), put.Problem.Fields.Count > 0 ? put.Problem.Fields[0].Message : put.Problem.Message));
            scan = put.Value;
        }

        var typed = await desk.TypeInAsync(code, new EarlierRequest(licence.Value!, Source!.Trim(), scan, Muc), await current.GetAsync(ct), ct);
        return typed.Ok ? Redirect($"/so-bo/{code}/cho-xac-nhan/{typed.Value}") : this.Answer(typed.Problem);
    }

    public string? ValueOf(FieldDefinition field) => Request.Method == "POST" ? Request.Form[field.Key].ToString() : Entry is null ? null
        : field.Type == FieldType.Choice ? RegisterBook.Data(Entry.Data).GetValueOrDefault(field.Key)?.ToString() : EntryTable.Text(Entry, field);

    public string StateValue => Request.Method == "POST" ? Request.Form[EarlierInput.State].ToString() : Entry?.State ?? Schema.States.First(s => s.Initial).Id;

    public static FieldKind KindOf(FieldDefinition field) => field.Type switch
    {
        FieldType.LongText => FieldKind.LongText,
        FieldType.Number => FieldKind.Number,
        FieldType.Money => FieldKind.Money,
        FieldType.Date => FieldKind.Date,
        FieldType.Choice or FieldType.YesNo => FieldKind.Select,
        _ => field.Pattern switch { "phone" => FieldKind.Phone, "email" => FieldKind.Email, _ => FieldKind.Text },
    };

    /// <summary>A list to pull down begins with nothing chosen, or its first entry would be taken for an answer.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(FieldDefinition field) => field.Type switch
    {
        FieldType.YesNo => [new("", "Chọn một mục"), new("yes", "Có"), new("no", "Không")],
        FieldType.Choice => [new("", "Chọn một mục"), .. field.Options.Select(o => new Choice(o.Value, o.Label))],
        _ => [],
    };

    private async Task<Problem?> LoadAsync(string code, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await rights.FindAsync(code, ct) is not var (schema, duty)) return Problem.NotFound();
        if (!EarlierRights.MayEnter(reader, duty.UnitId)) return Problem.Forbidden($"Chỉ {duty.UnitName} nhập giấy phép cấp trước vào sổ này.");
        Schema = schema;
        if (Muc is { } id && (Entry = await list.FindAsync(reader, code, id, ct)) is null) return Problem.NotFound();
        return null;
    }
}
