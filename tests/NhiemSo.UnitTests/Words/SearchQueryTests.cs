using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Words;

public class SearchQueryTests
{
    private static readonly string BookFile = Path.GetFullPath(Path.Combine(Here(), "../../../rules/synonyms/nganh-tttt.yaml"));

    private static readonly SynonymBook Book = SynonymBook.Read(File.ReadAllText(BookFile), "nganh-tttt.yaml").Value!;

    private const string Header = "kind: synonyms\ncode: thu\nname: Thử\neffective: {from: 2024-03-28}\nsources: {A: {title: a}}\n";

    // What is typed must lead to this title or duty text.
    [Theory]
    [InlineData("in tài liệu tập huấn để phát, không bán", "Cấp giấy phép xuất bản tài liệu không kinh doanh (địa phương)")]
    [InlineData("sách phát không", "Cấp giấy phép xuất bản tài liệu không kinh doanh (địa phương)")]
    [InlineData("sach phat khong", "Cấp giấy phép xuất bản tài liệu không kinh doanh (địa phương)")]
    [InlineData("mở tiệm in", "Cấp giấy phép hoạt động in (cấp địa phương)")]
    [InlineData("Tôi muốn mở xưởng in thì cần gì?", "Đăng ký hoạt động cơ sở in (cấp địa phương)")]
    [InlineData("chuyển phát thư", "Cấp giấy phép bưu chính (cấp tỉnh)")]
    [InlineData("ai cấp giấy phép bưu chính", "Cấp, thu hồi giấy phép bưu chính đối với các trường hợp cung ứng dịch vụ thư")]
    [InlineData("ai cap giay phep buu chinh", "Cấp, thu hồi giấy phép bưu chính đối với các trường hợp cung ứng dịch vụ thư")]
    [InlineData("Phòng nào cấp giấy phép bưu chính?", "Cấp, thu hồi giấy phép bưu chính đối với các trường hợp cung ứng dịch vụ thư")]
    [InlineData("làm lại giấy phép bưu chính", "Cấp lại giấy phép bưu chính khi bị mất hoặc hư hỏng không sử dụng được (cấp tỉnh)")]
    [InlineData("xin họp báo", "Cho phép họp báo (trong nước)")]
    [InlineData("mời báo chí", "Cho phép họp báo (trong nước)")]
    [InlineData("trang tin tổng hợp", "Cấp giấy phép thiết lập trang thông tin điện tử tổng hợp (địa phương)")]
    [InlineData("mở quán net", "Cấp giấy chứng nhận đủ điều kiện hoạt động điểm cung cấp dịch vụ trò chơi điện tử công cộng")]
    [InlineData("game", "Thông báo thay đổi cơ cấu tổ chức của doanh nghiệp cung cấp dịch vụ trò chơi điện tử G1 trên mạng")]
    [InlineData("máy photo màu", "Khai báo sử dụng máy photocopy màu, máy in có chức năng photocopy màu")]
    [InlineData("chảo vệ tinh", "Cấp đăng ký thu tín hiệu truyền hình nước ngoài trực tiếp từ vệ tinh")]
    [InlineData("ATTT", "Thẩm định hồ sơ đề xuất cấp độ an toàn thông tin")]
    [InlineData("an toàn thông tin", "Báo cáo ATTT quý I")]
    [InlineData("Sở TT&TT", "Sở Thông tin và Truyền thông tỉnh Khánh Hòa")]
    [InlineData("ubnd tinh", "Ủy ban nhân dân tỉnh")]
    [InlineData("12345/QĐ-UBND", "Quyết định số 12345/QĐ-UBND ngày 01/02/2024")]
    [InlineData("12345", "Quyết định số 12345/QĐ-UBND ngày 01/02/2024")]
    [InlineData("khánh hoà", "Tỉnh Khánh Hòa")]
    public void Leads_to(string typed, string text) => Finds(SearchQuery.Parse(typed, Book), text).ShouldBeTrue();

    [Theory]
    [InlineData("mở tiệm in", "Cấp giấy phép bưu chính (cấp tỉnh)")]
    [InlineData("12345/QĐ-UBND", "Quyết định số 1234/QĐ-UBND về 12345 cây xanh")]
    [InlineData("đề xuất cấp độ", "Xuất bản cấp phép")]
    [InlineData("ứng dụng AI", "Ứng dụng bưu chính")]
    [InlineData("bưu chính", "Báo cáo số 12/BC-STTTT")]
    public void Does_not_lead_to(string typed, string text) => Finds(SearchQuery.Parse(typed, Book), text).ShouldBeFalse();

    [Fact]
    public void Question_words_alone_are_still_looked_for() =>
        SearchQuery.Parse("ai", Book).ToFts5().ShouldBe("((\"ai\"))");

    [Fact]
    public void Nothing_typed_is_empty()
    {
        SearchQuery.Parse(" ./ ", Book).IsEmpty.ShouldBeTrue();
        SearchQuery.Parse("", Book).ToTsQuery().ShouldBe("");
    }

    [Fact]
    public void Is_written_for_both_engines()
    {
        var query = SearchQuery.Parse("ATTT 12/QĐ-UBND", Book);
        query.ToFts5().ShouldBe("((\"attt\") OR (\"an toan thong tin\")) AND ((\"12 qd ubnd\"))");
        query.ToTsQuery().ShouldBe("(('attt') | ('an' <-> 'toan' <-> 'thong' <-> 'tin')) & (('12' <-> 'qd' <-> 'ubnd'))");
        query.ToFts5(any: true).ShouldBe("((\"attt\") OR (\"an toan thong tin\")) OR ((\"12 qd ubnd\"))");
        query.Typed.ShouldBe("attt 12 qđ ubnd");
    }

    [Theory]
    [InlineData("\" OR 1 NEAR( * --")]
    [InlineData("a' | 'b'); DROP TABLE x; --")]
    [InlineData("title:abc ^x {y} NOT z \\' \0")]
    public void Nothing_typed_is_an_operator(string typed)
    {
        var query = SearchQuery.Parse(typed, SynonymBook.None);
        OutsideQuotes(query.ToFts5(), '"').ShouldAllBe(part => part == "((" || part == ")) AND ((" || part == "))");
        OutsideQuotes(query.ToTsQuery(), '\'').ShouldAllBe(part => part == "((" || part == ")) & ((" || part == " <-> " || part == "))");
    }

    [Fact]
    public void Any_text_makes_quoted_words_of_letters_and_digits_only() =>
        Text.Any.Sample(text => SearchQuery.Parse(text, Book).Groups.All(group => group.Length > 0 && group.All(term =>
            term.Words.Length > 0 && term.Words.All(word => word.Length > 0 && word.EnumerateRunes().All(Rune.IsLetterOrDigit)))));

    [Fact]
    public void A_text_is_found_by_its_own_words() =>
        Text.Any.Where(text => Fold.Tokens(text).Length is > 0 and < 20).Sample(text => Finds(SearchQuery.Parse(text, Book), text), iter: 5_000);

    [Fact]
    public void A_pasted_page_is_cut() =>
        SearchQuery.Parse(string.Join(' ', Enumerable.Range(0, 500)), Book).Groups.Length.ShouldBe(32);

    [Fact]
    public void Marks_the_words_as_written()
    {
        const string text = "Cấp GIẤY phép bưu chính, giấy tờ";
        SearchQuery.Parse("giay buu", Book).Marks(text).Select(mark => text.Substring(mark.Start, mark.Length)).ShouldBe(["GIẤY", "bưu", "giấy"]);
    }

    [Fact]
    public void A_slip_of_one_key_finds_the_word()
    {
        string[] vocabulary = ["nghiep", "nghiem", "giay", "phep", "chinh", "chin", "thong"];
        Typo.Near("nghep", vocabulary).ShouldBe(["nghiep"]);
        Typo.Near("nghiep", vocabulary).ShouldBe(["nghiem"]);
        Typo.Near("hcinh", vocabulary).ShouldBe(["chinh"]);
        Typo.Near("chinhs", vocabulary).ShouldBe(["chinh"]);
        Typo.Near("thing", vocabulary).ShouldBe(["thong"]);
        Typo.Near("gia", vocabulary).ShouldBeEmpty();
        Typo.Near("2024", ["2023"]).ShouldBeEmpty();
        Finds(SearchQuery.Parse("doanh nghep", Book).WithNear(vocabulary), "doanh nghiệp").ShouldBeTrue();
    }

    [Fact]
    public void Slips_are_mutual_and_never_the_word_itself() =>
        Gen.Select(Gen.Char['a', 'c'].Array[4, 6], Gen.Char['a', 'c'].Array[4, 6]).Sample((a, b) =>
        {
            var (x, y) = (new string(a), new string(b));
            Typo.Near(x, [y]).Any().ShouldBe(Typo.Near(y, [x]).Any());
            Typo.Near(x, [x]).ShouldBeEmpty();
        });

    [Fact]
    public void A_broken_book_is_refused_with_every_fault_and_its_line()
    {
        var read = SynonymBook.Read("kind: lich\ncode: x\nequal:\n- [ATTT]\n- ATTT\neveryday:\n- {say: [a]}\n- {say: ['... b'], means: ['.']}\nlạ: 1\n", "thu.yaml");
        read.Ok.ShouldBeFalse();
        read.Problem!.Fields.Select(fault => fault.Field).Distinct()
            .ShouldBe(["thu.yaml:1", "thu.yaml:4", "thu.yaml:5", "thu.yaml:7", "thu.yaml:8", "thu.yaml:9"], ignoreOrder: true);
        SynonymBook.Read("a: [", "thu.yaml").Ok.ShouldBeFalse();
        SynonymBook.Read("", "thu.yaml").Ok.ShouldBeFalse();
        SynonymBook.Read("- a", "thu.yaml").Ok.ShouldBeFalse();
        SynonymBook.Read("? [a]\n: b", "thu.yaml").Ok.ShouldBeFalse();
    }

    [Fact]
    public void A_gap_is_bounded_and_diacritics_typed_must_fit()
    {
        var book = SynonymBook.Read(Header + "everyday:\n- {say: [in ... không bán], means: [tài liệu]}\n- {say: [bán sách], means: [phát hành]}\n", "thu.yaml").Value!;
        SearchQuery.Parse("in a b c d e f không bán", book).Groups.Length.ShouldBe(1);
        SearchQuery.Parse("in a b c d e f g không bán", book).Groups.Length.ShouldBe(10);
        SearchQuery.Parse("ban sach", book).Groups.Length.ShouldBe(1);
        SearchQuery.Parse("bàn sách", book).Groups.Length.ShouldBe(2);
    }

    [Fact]
    public void Books_join()
    {
        var other = SynonymBook.Read(Header + "equal:\n- [XYZ, mười hai]\n", "thu.yaml").Value!;
        var joined = SynonymBook.Join([Book, other]);
        Finds(SearchQuery.Parse("xyz", joined), "Mười hai").ShouldBeTrue();
        Finds(SearchQuery.Parse("attt", joined), "an toàn thông tin").ShouldBeTrue();
    }

    // What both engines do with the query, over folded words.
    private static bool Finds(SearchQuery query, string text)
    {
        var words = Fold.Tokens(text);
        return !query.IsEmpty && query.Groups.All(group => group.Any(term => term.Together
            ? Enumerable.Range(0, words.Length).Any(at => words.AsSpan(at).StartsWith(term.Words.AsSpan()))
            : term.Words.All(words.Contains)));
    }

    private static IEnumerable<string> OutsideQuotes(string query, char quote) => query.Split(quote).Where((_, at) => at % 2 == 0);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
