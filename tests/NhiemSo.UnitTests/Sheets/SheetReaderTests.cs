using System.Text;
using CsCheck;
using MiniExcelLibs;
using NhiemSo.Platform.Sheets;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Sheets;

public sealed class SheetReaderTests
{
    private static readonly Gen<string> Cell = Gen.Char["aàđ0;,\t\"\n /"].Array[0, 8].Select(c => new string(c).Trim());

    [Fact]
    public void Whatever_stands_in_quoted_cells_is_read_back_whichever_sign_parts_them()
    {
        Gen.Select(Gen.Int[0, 2].Select(i => ";,\t"[i]), Cell.Array[2, 5].Array[1, 6]).Sample((separator, rows) =>
        {
            var head = string.Join(separator, rows[0].Select((_, i) => $"Cột {i}"));
            var text = head + "\r\n" + string.Join("\r\n", rows.Select(r => string.Join(separator, r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]])
            {
                var read = SheetReader.Read(bytes);
                read.Ok.ShouldBeTrue(read.Problem?.Message);
                read.Value[0].Cells[0].ShouldBe("Cột 0");
                read.Value.Skip(1).Select(r => (r.Number, string.Join('|', r.Cells))).ShouldBe(rows.Select((r, i) => (Number: i + 2, Cells: r)).Where(r => r.Cells.Any(c => c.Length > 0)).Select(r => (r.Number, string.Join('|', r.Cells))));
            }
        }, iter: 2000);
    }

    [Fact]
    public void Days_and_numbers_of_a_workbook_come_as_people_write_them()
    {
        using var book = new MemoryStream();
        book.SaveAs(new[] { new Dictionary<string, object> { ["Số"] = "1/GP", ["Ngày"] = new DateTime(2019, 6, 15), ["Lượng"] = 1500, ["Tỉ lệ"] = 0.5 } });
        SheetReader.Read(book.ToArray()).Value!.Select(r => string.Join('|', r.Cells)).ShouldBe(["Số|Ngày|Lượng|Tỉ lệ", "1/GP|15/06/2019|1500|0,5"]);
    }

    /// <summary>Three decimals would read as thousands.</summary>
    [Fact]
    public void A_fraction_is_never_taken_for_thousands()
    {
        using var book = new MemoryStream();
        book.SaveAs(new[] { new Dictionary<string, object> { ["Số"] = 1.567, ["Âm"] = -0.25 } });
        SheetReader.Read(book.ToArray()).Value![1].Cells.ShouldBe(["1,5670", "-0,25"]);
    }

    [Fact]
    public void Prose_above_the_table_does_not_choose_the_sign()
    {
        var read = SheetReader.Read(Encoding.UTF8.GetBytes("Ngân hàng Minh Họa, chi nhánh Nha Trang, Khánh Hòa\nNgày;Nội dung;Ghi có;Số dư\n05/11/2026;a, b, c, d;1;2\n"));
        read.Value!.Select(r => r.Cells.Count).ShouldBe([1, 4, 4]);
    }

    [Fact]
    public void Too_much_and_unreadable_is_told()
    {
        SheetReader.Read(new byte[] { 0x53, 0xF4, 0x0A }).Problem!.Message.ShouldContain("UTF-8");
        SheetReader.Read(Encoding.UTF8.GetBytes("a;\"b")).Problem!.Message.ShouldContain("Dòng 1 mở dấu ngoặc kép");
        SheetReader.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a;b\n", SheetReader.MostRows + 2)))).Problem!.Message.ShouldContain("2000 dòng");
        SheetReader.Read(Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Repeat("a", 101)))).Problem!.Message.ShouldContain("100 cột");
    }

    /// <summary>A broken workbook is a refusal in words, never a fault of the program.</summary>
    [Fact]
    public void A_broken_workbook_is_refused_in_words()
    {
        using var book = new MemoryStream();
        book.SaveAs(new[] { new Dictionary<string, object> { ["Số"] = "1/GP", ["Ngày"] = new DateTime(2019, 6, 15) } });
        var whole = book.ToArray();
        Gen.Select(Gen.Int[4, whole.Length - 1].Array[1, 20], Gen.Byte.Array[20], Gen.Int[4, whole.Length]).Sample((at, bytes, length) =>
        {
            var broken = whole[..length];
            foreach (var (place, i) in at.Select((p, i) => (p, i)))
                if (place < length) broken[place] = bytes[i];
            var read = SheetReader.Read(broken);
            (read.Ok || read.Problem.Message.Length > 0).ShouldBeTrue();
        }, iter: 500);
    }
}
