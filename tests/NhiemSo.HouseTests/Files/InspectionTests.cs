using System.Text;
using CsCheck;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Files;

/// <summary>What is taken in, under which name, and in which words the rest is refused.</summary>
public sealed class InspectionTests(TestBed bed) : IClassFixture<TestBed>
{
    public static TheoryData<string, byte[], string> Good => new()
    {
        { "Đơn.pdf", SampleFiles.Pdf, "application/pdf" },
        { "ảnh thẻ.PNG", SampleFiles.Png, "image/png" },
        { "ảnh.jpeg", SampleFiles.Jpeg, "image/jpeg" },
        { "tờ khai.docx", SampleFiles.Docx, FileType.Docx.ContentType },
        { "bảng.xlsx", SampleFiles.Xlsx, FileType.Xlsx.ContentType },
        { "hồ sơ.zip", SampleFiles.Zip(("a/đơn.docx", SampleFiles.Docx), ("b.pdf", SampleFiles.Pdf)), "application/zip" },
        { "ghi chú.txt", SampleFiles.Text, FileType.Text.ContentType },
    };

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "đơn.pdf", SampleFiles.Docx, "có nội dung là Word (DOCX) nhưng tên có đuôi .pdf" },
        { "chương trình.pdf", Encoding.ASCII.GetBytes("MZ\0\0\u0001"), "Không nhận loại tệp" },
        { "trang.pdf", Encoding.UTF8.GetBytes("<html><script>"), "có đuôi .pdf" },
        { "không đuôi", SampleFiles.Pdf, "không có đuôi" },
        { "cũ.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "Office kiểu cũ hoặc có mật khẩu" },
        { "bảng mã khác.txt", [0x56, 0x69, 0xF6, 0x74], "UTF-8" },
        { "macro.docx", SampleFiles.MacroByType, "macro" },
        { "macro.docx", SampleFiles.MacroByPart, "macro" },
        { "giấu.zip", SampleFiles.Zip(("a.zip", SampleFiles.Zip(("b.docx", SampleFiles.MacroByPart)))), "macro" },
        { "rỗng.txt", [], "rỗng" },
        { "hỏng.zip", SampleFiles.Zip(("a", SampleFiles.Text))[..40], "bị hỏng" },
        { "lồng.zip", Nested(5), "lồng nhau" },
        { "bom.zip", SampleFiles.Zip(("bom.txt", new byte[40 << 20])), "phình ra quá lớn" },
        { "nhiều.zip", SampleFiles.Zip([.. Enumerable.Range(0, 5001).Select(i => ($"{i}", Array.Empty<byte>()))]), "5.000 tệp" },
    };

    [Theory, MemberData(nameof(Good))]
    public async Task Files_are_known_by_their_content(string name, byte[] content, string contentType)
    {
        var stored = await PutAsync(name, content);
        stored.Problem.ShouldBeNull();
        stored.Value!.Type.ContentType.ShouldBe(contentType);
        stored.Value.Size.ShouldBe(content.Length);
        stored.Value.Name.ShouldBe(name);
    }

    [Theory, MemberData(nameof(Bad))]
    public async Task What_is_not_taken_is_refused_in_words_and_leaves_nothing(string name, byte[] content, string why)
    {
        var office = await bed.OpenAsync(Engine.Sqlite);
        var problem = (await PutAsync(name, content)).Problem.ShouldNotBeNull();
        problem.Kind.ShouldBe(ProblemKind.Invalid);
        problem.Fields[0].Message.ShouldContain(why);
        Directory.EnumerateFiles(Path.Combine(office.Settings.DataFolder, "files", "tmp")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_limit_is_counted_not_believed()
    {
        var store = await StoreAsync();
        (await store.PutAsync(new MemoryStream(new byte[3 << 20]), "a.pdf", CancellationToken.None, limit: 2 << 20)).Problem!.Fields[0].Message.ShouldContain("2 MB");
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData(@"C:\Users\Mai\Đơn  đề\tnghị .pdf", "tnghị .pdf")]
    [InlineData("hóa\u202Efdp.exe.pdf", "hóafdp.exe.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("Tiế\u0301ng.pdf", "Tiế\u0301ng.pdf")]
    [InlineData(" .. ", "tệp không tên")]
    [InlineData(null, "tệp không tên")]
    public void Names_are_made_safe_and_stay_readable(string? name, string clean) => FileNames.Clean(name).ShouldBe(clean.Normalize());

    [Fact]
    public void No_name_however_odd_can_leave_its_folder_or_grow_long() => Gen.String.Sample(name =>
    {
        var clean = FileNames.Clean(name);
        return clean.Length is > 0 and <= FileNames.Longest && !clean.Contains('/') && !clean.Contains('\\') && !clean.Any(char.IsControl) && clean.Trim('.', ' ').Length > 0 && FileNames.Clean(clean) == clean;
    });

    private async Task<Outcome<Stored>> PutAsync(string name, byte[] content) => await (await StoreAsync()).PutAsync(new MemoryStream(content), name, CancellationToken.None);

    private async Task<FileStore> StoreAsync() => (FileStore)(await bed.OpenAsync(Engine.Sqlite)).Services.GetService(typeof(FileStore))!;

    private static byte[] Nested(int depth) => depth == 0 ? SampleFiles.Text : SampleFiles.Zip(("trong.zip", Nested(depth - 1)));
}
