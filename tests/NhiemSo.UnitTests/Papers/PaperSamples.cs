using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Papers;
using Shouldly;

namespace NhiemSo.UnitTests.Papers;

/// <summary>Papers that the tests print.</summary>
internal static class PaperSamples
{
    public static readonly DateTime Created = new(2024, 3, 28, 1, 2, 3, DateTimeKind.Utc);

    public static Paper Licence => new()
    {
        Layout = PaperLayout.Nd30,
        Header = new PaperHeader("UBND TỈNH KHÁNH HÒA", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", PaperWords.NumberLine(5, "GP-STTTT"), PaperWords.DateLine("Khánh Hòa", new DateOnly(2024, 3, 28), 2024)),
        Title = new PaperTitle("GIẤY PHÉP", "Xuất bản tài liệu không kinh doanh"),
        Bases = ["Căn cứ Luật Xuất bản số 19/2012/QH13", "Xét đề nghị của Trưởng phòng"],
        Body = [new LabelValue("Tên tài liệu", "Kỷ yếu hội thảo"), new PaperParagraph("Tổ chức được cấp phép nộp lưu chiểu theo quy định./.")],
        Signatures = [new PaperSignature(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Nguyễn Văn Ửng")],
        CopiesTo = ["Như trên", "Lưu: VT, TTBCXB"],
        Qr = new PaperQr("https://example.vn/kiem-tra/1", "Quét mã để kiểm tra", QrPlace.Closing),
    };

    public static PaperTable Table(int rows) => new(
        [new PaperColumn("TT", 1, PaperAlign.Center), new PaperColumn("Tên giấy tờ", 6)],
        [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<PaperText>)[$"{i}", $"Giấy tờ thứ {i}"])]);

    public static byte[] Pdf(Paper paper)
    {
        using var stream = new MemoryStream();
        PaperPdf.Render(paper, stream, Created).Ok.ShouldBeTrue();
        return stream.ToArray();
    }

    /// <summary>Every template of the rule books, with "file".</summary>
    public static IEnumerable<(string File, PaperTemplate Template)> Templates()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "NhiemSo.slnx"))) root = root.Parent;
        foreach (var path in Directory.GetFiles(Path.Combine(root.FullName, "rules", "templates"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var read = PaperTemplate.Read(File.ReadAllText(path), $"templates/{Path.GetFileName(path)}");
            read.Problem?.Fields.ShouldBeEmpty();
            yield return (Path.GetFileNameWithoutExtension(path), read.Value!);
        }
    }

    /// <summary>A value for each placeholder: its own name, and two rows for those that are lists.</summary>
    public static PaperValues Anything(PaperTemplate template, string text = "giá trị")
    {
        var values = new PaperValues();
        foreach (var name in template.Placeholders) values.Set(name, $"{text} {name.Replace('_', ' ')}");
        foreach (var list in new[] { "giay_to", "chang", "noi_dung", "ho_so", "thanh_phan", "khoan", "dong", "ghi_chu" })
            values.Set(list, [Row(template, text), Row(template, text)]);
        return values;
    }

    private static PaperValues Row(PaperTemplate template, string text)
    {
        var row = new PaperValues();
        foreach (var name in template.Placeholders) row.Set(name, text);
        return row;
    }
}
