using System.Numerics;
using System.Text;
using CsCheck;
using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Words;

public class SortKeyTests
{
    // Ties and near ties are rare among random texts.
    private const int Many = 20_000;

    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    [Theory]
    [InlineData("a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z")]
    [InlineData("a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b")]
    [InlineData("e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f")]
    [InlineData("i ì ỉ ĩ í ị j")]
    [InlineData("o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p")]
    [InlineData("u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v")]
    [InlineData("y ỳ ỷ ỹ ý ỵ z")]
    [InlineData("ba Ba bà bá bạ bác bán")]
    [InlineData("da Da đa Đa")]
    public void The_alphabet_stands_in_order(string words)
    {
        var list = words.Split(' ');
        for (var i = 1; i < list.Length; i++) Compare(SortKey.Of(list[i - 1]), SortKey.Of(list[i])).ShouldBeLessThan(0, $"{list[i - 1]} < {list[i]}");
    }

    [Theory]
    [InlineData("Phòng 2", "Phòng 10")]
    [InlineData("Phòng", "Phòng 1")]
    [InlineData("Phòng 2", "Phòng 02")]
    [InlineData("Phòng 02", "Phòng 3")]
    [InlineData("9", "Phòng")]
    [InlineData("99999999999999999999999999999999999999", "100000000000000000000000000000000000000")]
    [InlineData("Hà Nội", "Hàng")]
    [InlineData("Điện Biên", "Đồng Nai")]
    [InlineData("Dương", "Đà Nẵng")]
    [InlineData("zz", "中文")]
    [InlineData("", "a")]
    public void Comes_before(string first, string second) => Compare(SortKey.Of(first), SortKey.Of(second)).ShouldBeLessThan(0);

    [Theory]
    [InlineData("Khánh Hòa", "Khánh Hoà")]
    [InlineData("Bưu chính - Viễn thông", "Bưu chính Viễn thông")]
    [InlineData(" 12/QĐ-UBND", "12 QĐ UBND ")]
    public void Share_a_key(string first, string second) => SortKey.Of(first).ShouldBe(SortKey.Of(second));

    [Fact]
    public void Persons_stand_by_given_then_middle_then_family_name()
    {
        string[] ordered =
        [
            "An", "Lê An", "Trần An", "Nguyễn Hoàng An", "Lê Thị Ân", "Nguyễn Văn Bình", "Nguyễn Văn Bính",
            "Đỗ Thị Dung", "Lê Văn Đạt", "NGUYỄN VĂN ĐẠT", "Phạm Văn Đạt", "Đặng Thị Hoà",
        ];
        ordered.Reverse().OrderBy(SortKey.OfPerson, StringComparer.Ordinal).ShouldBe(ordered);
        SortKey.OfPerson("NGUYỄN THỊ HÒA").ShouldNotBe(SortKey.OfPerson("Nguyễn Thị Hoà"));
        Compare(SortKey.OfPerson("NGUYỄN THỊ HÒA"), SortKey.OfPerson("Phạm Thị Hoà")).ShouldBeLessThan(0);
    }

    [Fact]
    public void A_zero_width_space_within_a_number_parts_nothing() =>
        SortKey.Of("tờ 3\u200B5").ShouldBe(SortKey.Of("tờ 35"));

    [Fact]
    public void Keys_hold_only_small_letters_and_digits() =>
        Text.Any.Sample(text => SortKey.Of(text).All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)));

    [Fact]
    public void Key_order_is_the_reference_order() =>
        Gen.Select(Text.Close, Text.Close).Sample((a, b) => Math.Sign(Compare(SortKey.Of(a), SortKey.Of(b))) == Math.Sign(Reference(a, b)), iter: Many);

    [Fact]
    public void Key_order_is_the_reference_order_for_office_text() =>
        Gen.Select(Text.Vietnamese, Text.Vietnamese).Sample((a, b) => Math.Sign(Compare(SortKey.Of(a), SortKey.Of(b))) == Math.Sign(Reference(a, b)), iter: Many);

    [Fact]
    public void Any_shuffle_sorts_to_the_same_list() =>
        Gen.Select(Text.Close.Array[2, 12], Gen.Int).Sample((texts, seed) =>
        {
            var shuffled = texts.ToArray();
            new Random(seed).Shuffle(shuffled);
            return texts.Select(SortKey.Of).Order(StringComparer.Ordinal).SequenceEqual(shuffled.Select(SortKey.Of).Order(StringComparer.Ordinal));
        });

    [Fact]
    public void Composed_and_decomposed_share_a_key() =>
        Text.Vietnamese.Sample(text => SortKey.Of(text.Normalize(NormalizationForm.FormD)) == SortKey.Of(text));

    private static int Compare(string a, string b) => string.CompareOrdinal(a, b);

    // The order said plainly: letters and number values, then tones and leading zeros, then case, each from the left.
    private static int Reference(string a, string b)
    {
        var (x, y) = (Units(a), Units(b));
        for (var i = 0; i < Math.Min(x.Count, y.Count); i++)
        {
            var order = (x[i].Class, x[i].Value).CompareTo((y[i].Class, y[i].Value));
            if (order != 0) return order;
        }

        if (x.Count != y.Count) return x.Count - y.Count;
        for (var i = 0; i < x.Count; i++)
            if (x[i].Tone != y[i].Tone) return x[i].Tone - y[i].Tone;
        for (var i = 0; i < x.Count; i++)
            if (x[i].Upper != y[i].Upper) return x[i].Upper ? 1 : -1;
        return 0;
    }

    private static List<(int Class, BigInteger Value, int Tone, bool Upper)> Units(string text)
    {
        var units = new List<(int, BigInteger, int, bool)>();
        foreach (var word in Spaced(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (units.Count > 0) units.Add((0, 0, 0, false));
            var wordUnits = new List<(int, BigInteger, int, bool)>();
            for (var i = 0; i < word.Length; i++)
            {
                if (char.IsAsciiDigit(word[i]))
                {
                    var digits = new string([.. word.Skip(i).TakeWhile(char.IsAsciiDigit)]);
                    var value = BigInteger.Parse(digits);
                    wordUnits.Add((1, value, digits.Length - value.ToString().Length, false));
                    i += digits.Length - 1;
                    continue;
                }

                var parts = word[i].ToString().Normalize(NormalizationForm.FormD);
                var tone = parts.AsSpan().IndexOfAny(Tones);
                var letter = tone < 0 ? parts : parts.Remove(tone, 1);
                var place = Alphabet.Letters.IndexOf(letter.Normalize().ToLowerInvariant(), StringComparison.Ordinal);
                wordUnits.Add((2, place, tone < 0 ? 0 : 1 + Tones.IndexOf(parts[tone], StringComparison.Ordinal), char.IsUpper(word[i])));
            }

            units.AddRange(wordUnits);
        }

        return units;
    }

    private static string Spaced(string text)
    {
        var spaced = text.Replace("\u200B", "", StringComparison.Ordinal);
        foreach (var c in "-/._,()&\u00A0") spaced = spaced.Replace(c, ' ');
        foreach (var (old, now) in TonePairs()) spaced = spaced.Replace(old, now, StringComparison.Ordinal);
        return spaced;
    }

    // hòa -> hoà and so on, in each case of letters.
    private static IEnumerable<(string Old, string New)> TonePairs()
    {
        string[] pairs = ["oa", "oă", "oe", "uy"];
        foreach (var pair in pairs)
        {
            var (first, second) = (Row(pair[0]), Row(pair[1]));
            for (var tone = 1; tone < 6; tone++)
                for (var cases = 0; cases < 4; cases++)
                    yield return (Cased(first[tone], second[0], cases), Cased(first[0], second[tone], cases));
        }

        static string Row(char vowel) => Alphabet.Vowels.Single(row => row[0] == vowel);

        static string Cased(char a, char b, int cases) =>
            new([(cases & 1) > 0 ? char.ToUpperInvariant(a) : a, (cases & 2) > 0 ? char.ToUpperInvariant(b) : b]);
    }
}
