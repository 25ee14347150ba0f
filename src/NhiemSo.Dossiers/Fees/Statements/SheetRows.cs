using System.Globalization;
using System.Text;
using MiniExcelLibs;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>The cells of a small sheet as texts: XLSX (formulas by their stored value) or text parted by commas, semicolons or tabs.</summary>
internal static class SheetRows
{
    public const int MaxRows = 5000, MaxColumns = 100;

    private static readonly Problem TooBig = Problem.Field("", $"Bảng có quá {MaxRows:N0} dòng hoặc quá {MaxColumns} cột. Chia sao kê theo ngày rồi nhập từng phần.");

    public static Outcome<IReadOnlyList<IReadOnlyList<string>>> OfXlsx(Stream content)
    {
        var rows = new List<IReadOnlyList<string>>();
        try
        {
            foreach (IDictionary<string, object?> row in content.Query(excelType: ExcelType.XLSX))
            {
                if (rows.Count == MaxRows || row.Count > MaxColumns) return TooBig;
                rows.Add([.. row.Values.Select(Text)]);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a broken file makes the reader stumble over: to the person it is a file to save again.
            return Problem.Field("", "Không đọc được bảng tính này. Mở tệp bằng Excel hoặc LibreOffice, lưu lại thành XLSX hoặc CSV rồi nhập lại.");
        }

        return Outcome.Of<IReadOnlyList<IReadOnlyList<string>>>(rows);
    }

    /// <summary>The delimiter is the one that stands most often in the fullest of the first lines.</summary>
    public static Outcome<IReadOnlyList<IReadOnlyList<string>>> OfText(string text)
    {
        var head = text.Split('\n').Take(30).ToList();
        var delimiter = new[] { ',', ';', '\t' }.MaxBy(d => head.Max(l => l.Count(c => c == d)));
        var (rows, row, cell, quoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"' && cell.ToString().Trim().Length == 0)
            {
                cell.Clear();
                quoted = true;
            }
            else if (c == delimiter || c == '\n')
            {
                row.Add(cell.ToString().Trim());
                cell.Clear();
                if (row.Count > MaxColumns) return TooBig;
                if (c != '\n') continue;
                if (rows.Count == MaxRows) return TooBig;
                rows.Add(row);
                row = [];
                quoted = false;
            }
            else
            {
                cell.Append(c);
            }
        }

        return Outcome.Of<IReadOnlyList<IReadOnlyList<string>>>(rows);
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // With four decimals a fraction is never taken for thousands.
        double number => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? number.ToString("F0", CultureInfo.InvariantCulture) : number.ToString("F4", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()?.Trim() ?? "",
    };
}
