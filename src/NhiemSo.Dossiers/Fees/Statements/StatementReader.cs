using System.Globalization;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Sheets;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>
/// Finds in a sheet the money that came in. Banks set their sheets up differently: the head row is the one whose names say
/// day, amount and content; money that went out and rows without money are passed over.
/// </summary>
internal static class StatementReader
{
    private const int HeadWithin = 40;

    private static readonly string[] DayNames = ["ngay giao dich", "ngay hieu luc", "ngay hach toan", "ngay gd", "ngay", "transaction date", "value date", "posting date", "date"];

    private static readonly string[] InNames = ["so tien ghi co", "phat sinh co", "ps co", "ghi co", "so tien vao", "tien vao", "co", "credit amount", "credit", "deposit", "money in"];

    private static readonly string[] OutNames = ["ghi no", "phat sinh no", "debit"];

    private static readonly string[] AmountNames = ["so tien giao dich", "so tien", "amount"];

    private static readonly string[] ContentNames = ["noi dung giao dich", "noi dung chuyen khoan", "noi dung", "dien giai", "mo ta", "description", "details", "remark", "content"];

    private static readonly string[] IdNames = ["so giao dich", "ma giao dich", "so tham chieu", "so but toan", "so ct", "so chung tu", "reference number", "reference", "transaction id", "transaction no", "ref no"];

    private static readonly string[] DayForms = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d"];

    public static Outcome<StatementReading> Read(IReadOnlyList<SheetRow> sheet)
    {
        for (var at = 0; at < Math.Min(sheet.Count, HeadWithin); at++)
        {
            var names = sheet[at].Cells.Select(n => Fold.Text(n)).ToList();
            var (day, content) = (Column(names, DayNames), Column(names, ContentNames));
            var amount = Column(names, InNames) ?? Column(names, AmountNames);
            if (day is { } d && amount is { } a && content is { } c) return Rows(sheet.Skip(at + 1), d, a, c, Column(names, IdNames));
        }

        return Problem.Field("", "Không thấy dòng tiêu đề có đủ các cột ngày, số tiền ghi có và nội dung. Giữ nguyên dòng tiêu đề của ngân hàng khi xuất sao kê.");
    }

    private static StatementReading Rows(IEnumerable<SheetRow> below, int day, int amount, int content, int? id)
    {
        var (rows, unreadable) = (new List<StatementRow>(), new List<string>());
        foreach (var (number, cells) in below)
        {
            string Cell(int? column) => column is { } c && c < cells.Count ? cells[c] : "";
            var money = Cell(amount);
            if (money.Length == 0 || !money.Any(char.IsAsciiDigit)) continue;
            var (sum, on) = (Amount(money), Day(Cell(day)));
            // Without a day it is a total or a balance; with one it is money that must not be passed over in silence.
            if (Cell(day).Length == 0) continue;
            if (sum is null || on is null) unreadable.Add($"dòng {number}: {(sum is null ? $"số tiền “{Short(money, 30)}”" : $"ngày “{Short(Cell(day), 30)}”")}");
            else if (sum > 0) rows.Add(new StatementRow(number, on.Value, sum.Value, Short(Cell(content), 500), Cell(id) is { Length: > 0 } known ? Short(known, 100) : null));
        }

        return new StatementReading(rows, unreadable);
    }

    /// <summary>Whole đồng of "50.000", "50,000", "50000", "1.234.567,00", "+50,000 VND"; null when it isn't a whole sum.</summary>
    public static long? Amount(string text)
    {
        var bare = string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '('));
        var negative = bare.StartsWith('-') || bare.StartsWith('(');
        bare = bare.TrimStart('-', '(');
        var groups = bare.Split('.', ',');
        if (groups.Any(g => g.Length == 0 || !g.All(char.IsAsciiDigit))) return null;
        // After the last sign stand decimals when it is another sign than before or the digits aren't three; đồng have none.
        if (groups.Length > 1 && (groups[^1].Length != 3 || (bare.Contains('.', StringComparison.Ordinal) && bare.Contains(',', StringComparison.Ordinal))))
        {
            if (groups[^1].Any(d => d != '0')) return null;
            groups = groups[..^1];
        }

        if (groups.Length > 1 && (groups[0].Length > 3 || groups[0] == "0" || groups.Skip(1).Any(g => g.Length != 3))) return null;
        return long.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out var sum) && sum < 1_000_000_000_000_000 ? negative ? -sum : sum : null;
    }

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Split(' ', 'T', '\n', '\r')[0].TrimEnd(','), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? Column(List<string> names, string[] wanted)
    {
        foreach (var name in wanted)
            if (names.FindIndex(n => (n == name || n.StartsWith(name + " ", StringComparison.Ordinal)) && !OutNames.Any(o => n.Contains(o, StringComparison.Ordinal))) is >= 0 and var at) return at;
        return null;
    }

    private static string Short(string text, int length) => text.Length > length ? text[..length] : text;
}
