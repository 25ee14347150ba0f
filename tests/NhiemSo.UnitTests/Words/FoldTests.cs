using System.Text;
using CsCheck;
using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Words;

public class FoldTests
{
    private const int Many = 20_000;

    [Theory]
    [InlineData("Cấp giấy phép bưu chính", "cap giay phep buu chinh")]
    [InlineData("ĐẶNG Đình Đức", "dang dinh duc")]
    [InlineData("12345/QĐ-UBND", "12345 qd ubnd")]
    [InlineData("Sở TT&TT, tỉnh_Khánh Hòa.", "so tt tt tinh khanh hoa")]
    [InlineData("  (3.3.1.a)  ", "3 3 1 a")]
    [InlineData("1.000.000 ₫", "1 000 000")]
    [InlineData("bưu\u200Bchính\uFEFF", "buuchinh")]
    [InlineData("bưu\u00A0chính\tviễn\r\nthông", "buu chinh vien thong")]
    [InlineData("v\u0103n ph\u00F2ng ﬁle Ｋｈóa", "van phong file khoa")]
    [InlineData("Ðắk Lắk", "dak lak")]
    [InlineData("\u201CHọp báo\u201D\u2026", "hop bao")]
    [InlineData("½", "1 2")]
    [InlineData("\uD800a\u0301\uDC00", "a")]
    [InlineData("한국", "한국")]
    [InlineData(" \u0301-./", "")]
    [InlineData("", "")]
    public void Folds(string text, string folded) => Fold.Text(text).ShouldBe(folded);

    [Fact]
    public void Every_vietnamese_letter_under_every_tone_folds_to_its_latin_letter()
    {
        const string bare = "aaaeeiooouuy";
        for (var i = 0; i < Alphabet.Vowels.Length; i++)
        {
            foreach (var c in Alphabet.Vowels[i])
            {
                Fold.Text(c.ToString()).ShouldBe(bare[i].ToString());
                Fold.Text(c.ToString().ToUpperInvariant()).ShouldBe(bare[i].ToString());
                Fold.Text(c.ToString().Normalize(NormalizationForm.FormD)).ShouldBe(bare[i].ToString());
            }
        }

        Fold.Text("đĐ").ShouldBe("dd");
    }

    [Fact]
    public void Every_character_is_taken_even_broken_ones()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = $"á{(char)c}";
            Fold.Text(text).ShouldStartWith("a");
            Fold.Exact(text).ShouldNotBeEmpty();
            SortKey.Of(text).ShouldStartWith(SortKey.Of("a")[..1]);
        }
    }

    [Fact]
    public void Folding_again_changes_nothing() =>
        Text.Any.Sample(text => Fold.Text(Fold.Text(text)) == Fold.Text(text), iter: Many);

    [Fact]
    public void Composed_and_decomposed_fold_alike() =>
        Text.Vietnamese.Sample(text => Fold.Text(text.Normalize(NormalizationForm.FormD)) == Fold.Text(text));

    [Fact]
    public void Vietnamese_never_grows() =>
        Text.Vietnamese.Sample(text => Fold.Text(text).Length <= text.Length);

    [Fact]
    public void Only_letters_digits_and_single_spaces_are_left() =>
        Text.Any.Sample(text =>
        {
            var folded = Fold.Text(text);
            return folded == folded.Trim() && !folded.Contains("  ", StringComparison.Ordinal)
                && folded.EnumerateRunes().All(rune => rune.Value == ' ' || Rune.IsLetterOrDigit(rune));
        }, iter: Many);

    [Fact]
    public void Words_are_the_tokens_and_stand_where_they_say() =>
        Text.Any.Sample(text =>
        {
            var words = Fold.Words(text).ToList();
            words.Select(word => word.Text).ShouldBe(Fold.Tokens(text));
            foreach (var word in words) Fold.Tokens(text.Substring(word.Start, word.Length)).ShouldContain(word.Text);
        }, iter: Many);

    [Theory]
    [InlineData("Hòa", "hoà")]
    [InlineData("HOÀ", "hoà")]
    [InlineData("Khánh Hòa, THÚY, khỏe, ủy", "khánh hoà thuý khoẻ uỷ")]
    [InlineData("quý, khuỷu, chuyện, hoàn, thuở, mùa, ngoáy", "quý khuỷu chuyện hoàn thuở mùa ngoáy")]
    [InlineData("Ðồng", "đồng")]
    [InlineData("12/QĐ-UBND", "12 qđ ubnd")]
    public void Exact_keeps_diacritics_and_makes_tone_placement_one(string text, string exact) => Fold.Exact(text).ShouldBe(exact);

    [Fact]
    public void Exact_of_composed_and_decomposed_is_one() =>
        Text.Vietnamese.Sample(text => Fold.Exact(text.Normalize(NormalizationForm.FormD)) == Fold.Exact(text), iter: Many);

    [Fact]
    public void Exact_folds_to_the_fold_and_again_to_itself() =>
        Text.Vietnamese.Sample(text => Fold.Text(Fold.Exact(text)) == Fold.Text(text) && Fold.Exact(Fold.Exact(text)) == Fold.Exact(text));
}
