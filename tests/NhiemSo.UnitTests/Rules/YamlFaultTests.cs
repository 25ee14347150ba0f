using CsCheck;
using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;
using static NhiemSo.UnitTests.Rules.RuleTexts;

namespace NhiemSo.UnitTests.Rules;

public sealed class YamlFaultTests
{
    private static readonly string[] Marks =
        ["\n", "\n  ", "- ", ": ", "[", "]", "{", "}", ", ", "'", "\"", "|", ">", "#", "&a", "*a", "!!int ", "%", "@", "?", "~", "null", "kind", "code", "a", "ế", "\t", "---", "\0", "\u0085"];

    private static readonly Gen<string> Scraps = Gen.Int[0, Marks.Length - 1].Select(i => Marks[i]).Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("a: [1, 2\nb: 3", "sai cú pháp")]
    [InlineData("a: 1\nb:2\nc: 3", "Thiếu dấu cách sau dấu hai chấm của 'b'")]
    [InlineData("a:\n\tb: 2", "thụt bằng phím Tab")]
    [InlineData("a: Luật: sửa đổi\nb: 2", "đặt cả giá trị trong ngoặc kép")]
    [InlineData("a: \"một\nb: 2\nc: \"hai\"", "thiếu một dấu nháy kép")]
    [InlineData("- a\n- b", "danh sách 'mục: giá trị'")]
    [InlineData("", "không được để trống")]
    public void What_is_not_a_rule_book_is_refused_with_a_sentence(string yaml, string words) =>
        Compile(new RuleText("codes/x.yaml", yaml)).Faults.ShouldHaveSingleItem().Message.ShouldContain(words);

    /// <summary>Whatever the file holds, reading ends with faults or a kind that nobody knows, never with an exception.</summary>
    [Fact]
    public void No_text_breaks_the_reader() =>
        Scraps.Sample(yaml => Compile(new RuleText("codes/x.yaml", yaml)) is var read && read.Faults.Count + read.UnknownKinds.Count > 0);

    [Fact]
    public void A_sound_book_with_scraps_in_it_never_breaks_the_reader() =>
        Gen.Select(Scraps, Gen.Int[0, Process.Length]).Sample((scrap, at) =>
            Compile(new RuleText("processes/qt.yaml", Process.Insert(at, scrap))).Faults.ShouldNotBeNull(), iter: 2000);

    [Fact]
    public void A_repeated_key_is_found_at_its_second_line_also_deep_inside()
    {
        var faults = Compile(new RuleText("codes/x.yaml", "kind: document-book\na:\n  - {b: 1}\n  - b: 1\n    c: 2\n    b: 3\nkind: x\n")).Faults;
        faults.Select(f => (f.Line, f.Message)).ShouldBe([(6, "Mục 'b' bị lặp: xóa một trong hai."), (7, "Mục 'kind' bị lặp: xóa một trong hai.")]);
    }

    [Fact]
    public void Aliases_are_refused_before_they_unfold() =>
        Compile(new RuleText("codes/x.yaml", "a: &a [x, x]\nb: *a\n")).Faults.ShouldBe(2, "Không dùng tham chiếu");

    [Fact]
    public void A_second_document_is_refused() =>
        Compile(new RuleText("codes/x.yaml", "a: 1\n---\nb: 2\n")).Faults.ShouldBe(2, "một văn bản");

    [Fact]
    public void Too_deep_a_file_is_refused() =>
        Compile(new RuleText("codes/x.yaml", "a: " + new string('[', 5000) + new string(']', 5000))).Faults.ShouldBe(1, "lồng nhau quá");

    [Fact]
    public void An_unknown_key_is_found_with_the_word_that_was_meant() =>
        Compile(NumberBook(more: "patern: x")).Faults.ShouldBe(8, "Không có mục nào tên 'patern' ở đây. Có phải bạn muốn viết 'pattern'?");

    [Fact]
    public void A_word_far_from_all_known_ones_gets_no_suggestion() =>
        Compile(NumberBook(more: "zzzzzz: x")).Faults.ShouldHaveSingleItem().Message.ShouldEndWith("ở đây.");

    [Theory]
    [InlineData("code: so-a", "code: Sổ A", 2, "không đúng dạng mã")]
    [InlineData("name: Sổ so-a", "nam: Sổ", 1, "Thiếu mục 'name'")]
    [InlineData("from: 2024-01-01", "from: 1/1/2024", 4, "năm-tháng-ngày")]
    [InlineData("to: null", "to: 2023-01-01", 4, "phải sau ngày bắt đầu")]
    [InlineData("pad: 2", "pad: hai", 6, "phải là số nguyên")]
    [InlineData("pad: 2", "pad: [2]", 6, "phải là một giá trị")]
    [InlineData("restart: year", "restart: yaer", 7, "Có phải bạn muốn viết 'year'?")]
    [InlineData("{number}/A", "A", 5, "phải có {number}")]
    [InlineData("{number}/A", "{number}/{thang}", 5, "chỉ dùng {number} và {year}")]
    public void Each_fault_names_its_line(string good, string bad, int line, string words)
    {
        var text = NumberBook();
        text.Yaml.ShouldContain(good);
        var faults = Compile(text with { Yaml = text.Yaml.Replace(good, bad, StringComparison.Ordinal) }).Faults;
        faults.ShouldContain(f => f.Line == line && f.Message.Contains(words, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Fact]
    public void All_faults_of_a_book_are_listed_at_once()
    {
        var text = NumberBook(more: "la: 1");
        var faults = Compile(text with { Yaml = text.Yaml.Replace("pad: 2", "pad: x", StringComparison.Ordinal).Replace("{number}/A", "A", StringComparison.Ordinal) }).Faults;
        faults.Select(f => f.Line).ShouldBe([5, 6, 8]);
    }

    [Fact]
    public void A_book_in_the_wrong_folder_is_a_fault() =>
        Compile(NumberBook(file: "registers/so-a.yaml")).Faults.ShouldBe(1, "phải nằm trong thư mục rules/codes/");

    [Fact]
    public void A_kind_nobody_knows_is_listed_and_not_checked()
    {
        var result = Compile(new RuleText("x.yaml", "kind: lich\nsources: {A: 1}\n"));
        result.Faults.ShouldBeEmpty();
        result.UnknownKinds.ShouldHaveSingleItem().Kind.ShouldBe("lich");
    }

    [Fact]
    public void The_folder_reader_names_files_that_are_not_text()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "a.yaml"), [0x6B, 0x3A, 0x20, 0xFF, 0xFE]);
            Directory.CreateDirectory(Path.Combine(folder.FullName, "codes"));
            File.WriteAllText(Path.Combine(folder.FullName, "codes", "b.yaml"), "kind: x");
            var faults = new RuleFaults();
            RuleFolder.Read(folder.FullName, faults).ShouldHaveSingleItem().File.ShouldBe("codes/b.yaml");
            faults.InOrder.ShouldBe(1, "không phải văn bản UTF-8");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
