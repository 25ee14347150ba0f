using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Sheets;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Figures;

/// <summary>A filled-in form on paper and as a sheet.</summary>
/// <param name="By">Who drew it up.</param>
/// <param name="Closed">Instant at which its figures were closed; null for figures of now.</param>
internal sealed record FilledForm(ReportPeriod Period, FormTable Table, string By, DateTime? Closed);

internal sealed class FormPrint(RuleShelf rules, TimeProvider time)
{
    public Outcome<Paper> Paper(FilledForm filled)
    {
        var day = filled.Closed is { } closed ? Vietnam.Day(closed) : time.Today();
        var (office, form) = (Office(day), filled.Table.Form);
        return rules.At(day).Get<PaperTemplate>(FigureBooks.Form).Fill(new PaperValues()
            .Set("co_quan_chu_quan", office.ParentBody.ToUpperInvariant()).Set("co_quan_ban_hanh", office.Name.ToUpperInvariant()).Set("bieu", form.Sign)
            .Set("dia_danh_ngay", PaperWords.DateLine(office.Place, day, day.Year)).Set("ten_bieu", Title(day).ToUpperInvariant()).Set("ky", filled.Period.Name)
            .Set("tu_ngay", Wording.Date(filled.Period.From)).Set("den_ngay", Wording.Date(filled.Period.To)).Set("don_vi_bao_cao", office.Name)
            .Set("don_vi_nhan", $"Văn phòng {office.ParentBody}").Set("don_vi_tinh", form.Unit).Set("nguoi_lap", filled.By)
            .Set("dong", [Numbering(form), .. filled.Table.Rows.Select((r, i) => Row(filled.Table, r, $"{i + 1}")), Row(filled.Table, filled.Table.Total, "")])
            .Set("ghi_chu", Notes(filled).Select(n => new PaperValues().Set("loi", n))));
    }

    public Sheet Sheet(FilledForm filled)
    {
        var day = filled.Closed is { } closed ? Vietnam.Day(closed) : time.Today();
        var form = filled.Table.Form;
        return new Sheet(
            "Biểu II.06a",
            [
                $"Biểu số: {form.Sign}", Title(day), $"Kỳ báo cáo: {filled.Period.Name}, từ ngày {Wording.Date(filled.Period.From)} đến ngày {Wording.Date(filled.Period.To)}",
                $"Đơn vị báo cáo: {Office(day).Name}. Đơn vị tính: {form.Unit}", .. Notes(filled),
            ],
            [.. form.Columns.Select(c => new SheetColumn($"({c.Num}) {c.Name}", c.Text switch { FormText.Ordinal => 6, FormText.Field => 40, _ => 14 }))],
            filled.Table.Rows.Select((r, i) => Cells(form, r, i + 1)).Append(Cells(form, filled.Table.Total, null)));
    }

    /// <summary>What a reader of the numbers must know: when they were closed, and where columns don't add up.</summary>
    public static IReadOnlyList<string> Notes(FilledForm filled) =>
    [
        filled.Closed is { } closed ? $"Số liệu do {filled.By} chốt lúc {Wording.Moment(closed)}." : "Số liệu chưa chốt, tính theo hồ sơ đang có.",
        .. filled.Table.Differences.Select(d => $"Cột {d.Check.Total} khác tổng các cột {string.Join(", ", d.Check.Parts)}: {Wording.Number(d.Over)} hồ sơ rút hoặc dừng xử lý trong kỳ, biểu không có cột riêng."),
    ];

    private OfficeRule Office(DateOnly day) => rules.At(day).All<OfficeRule>()[0];

    private string Title(DateOnly day) => rules.At(day).Get<ReportRule>(FigureBooks.Form).Name;

    private static PaperValues Numbering(ReportForm form)
    {
        var values = new PaperValues().Set("so", "(1)").Set("ten", "(2)");
        foreach (var column in FormTable.NumberColumns(form)) values.Set($"c{column.Num}", $"({column.Num})");
        return values;
    }

    private static PaperValues Row(FormTable table, FormRow row, string ordinal)
    {
        var values = new PaperValues().Set("so", ordinal).Set("ten", row.Name);
        foreach (var column in FormTable.NumberColumns(table.Form)) values.Set($"c{column.Num}", Wording.Number(table.At(row, column.Num)));
        return values;
    }

    private static IReadOnlyList<object?> Cells(ReportForm form, FormRow row, int? ordinal)
    {
        var numbers = row.Numbers.GetEnumerator();
        return [.. form.Columns.Select(c => c.Text switch { FormText.Ordinal => (object?)ordinal, FormText.Field => row.Name, _ => numbers.MoveNext() ? numbers.Current : null })];
    }
}
