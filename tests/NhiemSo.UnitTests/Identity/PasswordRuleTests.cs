using System.Diagnostics;
using CsCheck;
using NhiemSo.Platform.Identity.Passwords;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Identity;

/// <summary>What may not be a password, and that a sentence always may.</summary>
public sealed class PasswordRuleTests
{
    private static readonly string[] Own = ["tt.minhhanh", "Trần Thị Minh Hạnh", "Sở Thông tin và Truyền thông", "tỉnh Khánh Hòa", "Khánh Hòa", "STTTT"];

    private static readonly string[] Common = [.. CommonPasswords.All.Order(StringComparer.Ordinal)];

    // Words of a village day; none is a common password by itself, and the list keeps none of their sentences.
    private static readonly string[] Everyday = ["ruộng", "muối", "chiều", "gặt", "thuyền", "nước", "mắm", "bánh", "căn", "quạt", "trần", "ghế", "đẩu", "giếng", "làng", "chuối", "nướng"];

    private static readonly string[] OwnWords = ["Trần", "Thị", "Minh", "Hạnh", "khanhs", "hoaf"];

    private static readonly Gen<char> Padding = Gen.Char["0123456789!?.-_# "];

    private static readonly Gen<string> Between = Gen.Int[0, 3].Select(i => new[] { "", " ", ".", "-" }[i]);

    [Theory]
    [InlineData("password1234")]
    [InlineData("123456789012")]
    [InlineData("matkhau12345")]
    [InlineData("Mật khẩu 2026!")]
    [InlineData("maatj khaaur 2026")]
    [InlineData("khanhhoa2026")]
    [InlineData("Khánh-Hòa-2026")]
    [InlineData("KhanhsHoaf@2026")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("12p4ssw0rd34")]
    [InlineData("p-a-s-s-w-o-r-d-1")]
    [InlineData("passwordpassword")]
    [InlineData("matkhau1matkhau1")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("qwertyuiop12")]
    [InlineData("poiuytrewq12")]
    [InlineData("abcdefghijkl")]
    [InlineData("!@#$%^&*()_+")]
    [InlineData("minh-hoa-2026")]
    [InlineData("iloveyou2026")]
    [InlineData("Anh yêu em 1999")]
    public void A_common_word_with_padding_is_refused(string password) => PasswordRule.Fault(password, []).ShouldBe(PasswordRule.TooCommon);

    [Theory]
    [InlineData("Trần Thị Minh Hạnh")]
    [InlineData("hanhminh-1990!")]
    [InlineData("tt.minhhanh.2026")]
    [InlineData("TranThiMinhHanh90")]
    [InlineData("traanf thij minh hanhj")]
    [InlineData("MinhHanhKhanhHoa")]
    [InlineData("thongtintruyenthong")]
    [InlineData("sttttkhanhhoa26")]
    [InlineData("minhhanhabc12")]
    public void Ones_own_names_are_refused(string password) => PasswordRule.Fault(password, Own).ShouldBe(PasswordRule.OwnName);

    [Theory]
    [InlineData("ruộng muối Hòn Khói")]
    [InlineData("cầu gỗ Phú Kiểng")]
    [InlineData("một câu dễ nhớ")]
    [InlineData("mẹ Hạnh gặt lúa chiều mưa")]
    [InlineData("kxq7-mzr2-tbw9-hcd4")]
    [InlineData("correct horse battery staple")]
    [InlineData("我喜欢在河边吃早饭和喝茶呢")]
    public void A_sentence_or_what_chance_made_is_good(string password) => PasswordRule.Fault(password, Own).ShouldBeNull();

    [Fact]
    public void Eleven_characters_are_too_few() => PasswordRule.Fault("gặt lúa xế ", []).ShouldBe(PasswordRule.TooShort);

    [Fact]
    public void No_listed_word_passes_whatever_stands_around_it() =>
        Gen.Select(Gen.Int[0, Common.Length - 1], Gen.String[Padding, 0, 6], Gen.String[Padding, 12, 16], Gen.Bool)
            .Select((word, before, after, capital) => before + (capital ? Common[word].ToUpperInvariant() : Common[word]) + after)
            .Sample(p => PasswordRule.Fault(p, []).ShouldBe(PasswordRule.TooCommon, p));

    [Fact]
    public void No_order_of_ones_own_words_passes() =>
        Gen.Select(Gen.Shuffle(OwnWords, 4), Between, Gen.Int[1950, 2030]).Select((words, between, year) => $"{string.Join(between, words)}{between}{year}")
            .Sample(p => PasswordRule.Fault(p, Own).ShouldNotBeNull(p));

    [Fact]
    public void Five_everyday_words_always_pass() =>
        Gen.Select(Gen.Shuffle(Everyday, 5), Between).Select((words, between) => string.Join(between, words)).Sample(p => PasswordRule.Fault(p, Own).ShouldBeNull(p));

    [Fact]
    public void Whatever_is_typed_is_answered() => Gen.String.Sample(p =>
    {
        _ = PasswordRule.Fault(p, [p, null, ""]);
    });

    [Fact]
    public void A_long_text_costs_little()
    {
        PasswordRule.Fault("mot cau", []);
        var start = Stopwatch.GetTimestamp();
        foreach (var text in new[] { new string('a', 1_000_000), string.Concat(Enumerable.Repeat("ab1", 300_000)) + "c" }) PasswordRule.Fault(text, Own).ShouldBe(PasswordRule.TooCommon);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
