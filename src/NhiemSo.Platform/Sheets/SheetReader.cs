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

    private const int LongestCell = 10_000, FirstLines = 30;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="mostRows">Without the head row.</param>
    public static Outcome<IReadOnlyList<SheetRow>> Read(ReadOnlyMemory<byte> file, int mostRows = MostRows)
    {
        var rows = file.Span.StartsWith("PK"u8) ? Workbook(file, mostRows) : Text(file.Span, mostRows);
        if (!rows.Ok) return rows.Problem;
        if (rows.Value.Count > mostRows + 1) return Problem.Invalid($"Bảng có hơn {mostRows} dòng. Chia thành nhiều tệp.");
        if (rows.Value.FirstOrDefault(r => r.Cells.Count > MostColumns) is { } wide) return Problem.Invalid($"Dòng {wide.Number} có hơn {MostColumns} cột. Kiểm tra lại tệp.");
        if (rows.Value.FirstOrDefault(r => r.Cells.Any(c => c.Length > LongestCell)) is { } full) return Problem.Invalid($"Dòng {full.Number} có ô dài quá {LongestCell} chữ. Kiểm tra lại tệp.");
        return Outcome.Of<IReadOnlyList<SheetRow>>([.. rows.Value.Where(r => !r.IsEmpty)]);
    }

    private static Outcome<List<SheetRow>> Workbook(ReadOnlyMemory<byte> file, int mostRows)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            return stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX).Take(mostRows + 2)
                .Select((row, i) => new SheetRow(i + 1, [.. ((IDictionary<string, object?>)row).Values.Take(MostColumns + 1).Select(Cell)])).ToList();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a broken file makes the library stumble over: to the person it is a file to save again.
            return Problem.Invalid("Không đọc được tệp Excel này. Mở tệp, lưu lại thành XLSX hoặc CSV rồi nạp lại.");
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => ((long)number).ToString(CultureInfo.InvariantCulture),
        double number => Fraction(number.ToString("R", CultureInfo.GetCultureInfo("vi-VN"))),
        bool yes => yes ? "yes" : "no",
        _ => value.ToString()!.Trim(),
    };

    /// <summary>Three decimals would read as thousands: a fourth says that they are none.</summary>
    private static string Fraction(string number) => number.Length - number.IndexOf(',', StringComparison.Ordinal) == 4 ? number + "0" : number;

    private static Outcome<List<SheetRow>> Text(ReadOnlySpan<byte> bytes, int mostRows)
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

        return Rows(text, SeparatorOf(text), mostRows);
    }

    /// <summary>The sign that stands most often, outside quotes, in one of the first lines: over a bank's table stand lines of prose.</summary>
    private static char SeparatorOf(string text)
    {
        char[] signs = [';', '\t', ','];
        int[] line = [0, 0, 0], fullest = [0, 0, 0];
        var (lines, quoted) = (0, false);
        for (var i = 0; i < text.Length && lines < FirstLines; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            if (quoted) continue;
            if (Array.IndexOf(signs, text[i]) is >= 0 and var sign) fullest[sign] = Math.Max(fullest[sign], ++line[sign]);
            if (text[i] is not ('\n' or '\r')) continue;
            lines++;
            Array.Clear(line);
        }

        return signs[Array.IndexOf(fullest, fullest.Max())];
    }

    /// <summary>RFC 4180: quoted cells may hold the separator, line ends and doubled quotes. A row's number counts rows as a spreadsheet does, not lines.</summary>
    private static Outcome<List<SheetRow>> Rows(string text, char separator, int mostRows)
    {
        var (rows, cells, cell, quoted) = (new List<SheetRow>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length && rows.Count < mostRows + 2; i++)
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
