using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tree;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Reading;

public sealed class TreeBuilderTests
{
    [Fact]
    public void Work_grows_with_the_length_of_the_text()
    {
        // The first lists open the tree to its full depth; from then on each line costs the same.
        var (some, more, most) = (Steps(400), Steps(800), Steps(1600));
        (most - more).ShouldBe(2 * (more - some));
    }

    /// <summary>Nested lists that begin again and again: the shape that would make a tree deep.</summary>
    private static long Steps(int times)
    {
        var text = "Điều 1. Nhiệm vụ\n" + string.Concat(Enumerable.Repeat("1. Một.\na) Hai.\n- Ba.\n+ Bốn.\n1) Năm.\nI. Sáu.\n", times));
        var lines = TextLines.Split(text);
        var builder = new TreeBuilder(Page.Of(lines, paragraphs: false), []);
        builder.Build(lines);
        return builder.Steps;
    }

    [Theory]
    [InlineData("Điều 1. Nhiệm vụ\n1. A.\n2. B.\n4. C.", 4)]
    [InlineData("Điều 1. Nhiệm vụ\na) A.\nb) B.\ng) C.", 4)]
    [InlineData("Điều 1. A.\nĐiều 3. B.", 2)]
    public void A_gap_in_the_numbers_is_kept_and_warned_of(string text, int line) =>
        Corpus.ReadText(text).Warnings.ShouldContain(w => w.Line == line);

    [Theory]
    [InlineData("a b c d đ e g h i k l m n o p q r s t u ư v x y")]
    [InlineData("a b c d e f g h i j k")]
    [InlineData("a b c d đ e f g h")]
    public void Points_follow_any_order_of_letters_in_use(string letters)
    {
        var reading = Corpus.ReadText("Điều 1. Nhiệm vụ\n" + string.Join('\n', letters.Split(' ').Select(l => $"{l}) Việc {l}.")));
        reading.Duties.ShouldBe(letters.Split(' ').Select(l => "Điều 1." + l));
        reading.Warnings.ShouldNotContain(w => w.Line > 0);
    }

    [Fact]
    public void New_wording_quoted_by_an_amending_decision_has_no_provisions_of_its_own() =>
        Corpus.ReadText("Điều 1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. Nhiệm vụ:\na) Một;\nb) Hai.”\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/02/2020.").Nodes.Select(n => n.Citation).ShouldBe(["Điều 1", "Điều 2"]);
}
