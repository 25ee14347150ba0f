using System.Globalization;
using System.Text;
using MiniExcelLibs;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Sheets;

/// <summary>A row of a table somebody made: its number as a spreadsheet shows it, its cells as text.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Cells.All(c => c.Length == 0);
}

/// <summary>
/// Reads the first sheet of an XLSX, or a CSV parted by comma, semicolon or tab, as rows of text; days come as dd/MM/yyyy.
/// Told by content. An XLSX must have been looked through before (<see cref="Files.FileStore.PutAsync"/> does): what it unpacks to is not counted here.
/// </summary>
public static class SheetReader
{
    public const int MostRows = 2000, MostColumns = 100;

    private const int LongestCell = 10_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Outcome<IReadOnlyList<SheetRow>> Read(ReadOnlyMemory<byte> file)
    {
        var rows = file.Span.StartsWith("PK"u8) ? Workbook(file) : Text(file.Span);
        if (!rows.Ok) return rows.Problem;
        if (rows.Value.Count > MostRows + 1) return Problem.Invalid($"Bảng có hơn {MostRows} dòng. Chia thành nhiều tệp.");
        if (rows.Value.FirstOrDefault(r => r.Cells.Count > MostColumns) is { } wide) return Problem.Invalid($"Dòng {wide.Number} có hơn {MostColumns} cột. Kiểm tra lại tệp.");
        if (rows.Value.FirstOrDefault(r => r.Cells.Any(c => c.Length > LongestCell)) is { } full) return Problem.Invalid($"Dòng {full.Number} có ô dài quá {LongestCell} chữ. Kiểm tra lại tệp.");
        return Outcome.Of<IReadOnlyList<SheetRow>>([.. rows.Value.Where(r => !r.IsEmpty)]);
    }

    private static Outcome<List<SheetRow>> Workbook(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            return stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX).Take(MostRows + 2)
                .Select((row, i) => new SheetRow(i + 1, [.. ((IDictionary<string, object?>)row).Values.Take(MostColumns + 1).Select(Cell)])).ToList();
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or NullReferenceException or OverflowException or IOException)
        {
            return Problem.Invalid("Không đọc được tệp Excel này. Mở tệp, lưu lại thành XLSX hoặc CSV rồi nạp lại.");
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => ((long)number).ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.GetCultureInfo("vi-VN")),
        bool yes => yes ? "yes" : "no",
        _ => value.ToString()!.Trim(),
    };

    private static Outcome<List<SheetRow>> Text(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Utf8.GetString(bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return Problem.Invalid("Chữ trong tệp không phải Unicode (UTF-8). Lưu lại tệp dạng “CSV UTF-8” hoặc XLSX.");
        }

        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var head = end < 0 ? text : text[..end];
        var separator = ((char[])[';', '\t', ',']).MaxBy(s => head.Count(c => c == s));
        return Rows(text, separator);
    }

    /// <summary>RFC 4180: quoted cells may hold the separator, line ends and doubled quotes. A row's number counts rows as a spreadsheet does, not lines.</summary>
    private static Outcome<List<SheetRow>> Rows(string text, char separator)
    {
        var (rows, cells, cell, quoted) = (new List<SheetRow>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length && rows.Count < MostRows + 2; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (!quoted && c == separator) EndCell();
            else if (!quoted && c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                EndRow();
            }
            else cell.Append(c);
        }

        if (quoted) return Problem.Invalid($"Dòng {rows.Count + 1} mở dấu ngoặc kép mà không đóng. Mở tệp bằng bảng tính rồi lưu lại.");
        if (cell.Length > 0 || cells.Count > 0) EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new SheetRow(rows.Count + 1, [.. cells]));
            cells.Clear();
        }
    }
}
