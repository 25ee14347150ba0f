using CsCheck;
using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Words;

public class WordingTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Fact]
    public void Numbers_and_money_are_grouped_by_dots()
    {
        Wording.Number(100_000).ShouldBe("100.000");
        Wording.Number(-1_234).ShouldBe("-1.234");
        Wording.Number(0).ShouldBe("0");
        Wording.Money(1_000_000).ShouldBe("1.000.000 ₫");
    }

    [Fact]
    public void Days_and_times_read_as_the_office_writes_them()
    {
        Wording.Date(Day).ShouldBe("25/11/2026");
        Wording.Date(new DateOnly(2026, 2, 3)).ShouldBe("03/02/2026");
        Wording.DateWithWeekday(Day).ShouldBe("thứ Tư, 25/11/2026");
        Wording.DateWithWeekday(new DateOnly(2026, 11, 29)).ShouldBe("Chủ nhật, 29/11/2026");
        Wording.Time(new TimeOnly(17, 0)).ShouldBe("17:00");
        Wording.Moment(new DateTime(2026, 11, 24, 17, 30, 0, DateTimeKind.Utc)).ShouldBe("00:30, 25/11/2026");
    }

    [Fact]
    public void Near_days_have_a_word_before_the_date()
    {
        Wording.DateFromToday(Day, Day).ShouldBe("hôm nay, 25/11/2026");
        Wording.DateFromToday(Day, Day.AddDays(-1)).ShouldBe("ngày mai, 25/11/2026");
        Wording.DateFromToday(Day, Day.AddDays(1)).ShouldBe("hôm qua, 25/11/2026");
        Wording.DateFromToday(Day, Day.AddDays(2)).ShouldBe("thứ Tư, 25/11/2026");
        Wording.NearDay(Day, Day.AddDays(-2)).ShouldBeNull();
        Wording.Capital("hôm nay").ShouldBe("Hôm nay");
        Wording.Capital("đang làm").ShouldBe("Đang làm");
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1.023 B")]
    [InlineData(1024, "1 KB")]
    [InlineData(4_404_019, "4,2 MB")]
    [InlineData(1_048_575, "1 MB")]
    [InlineData(long.MaxValue, "8 EB")]
    public void Sizes(long bytes, string words) => Wording.Size(bytes).ShouldBe(words);

    [Theory]
    [InlineData(0, "Không đồng")]
    [InlineData(5, "Năm đồng")]
    [InlineData(10, "Mười đồng")]
    [InlineData(15, "Mười lăm đồng")]
    [InlineData(14, "Mười bốn đồng")]
    [InlineData(11, "Mười một đồng")]
    [InlineData(21, "Hai mươi mốt đồng")]
    [InlineData(24, "Hai mươi tư đồng")]
    [InlineData(55, "Năm mươi lăm đồng")]
    [InlineData(104, "Một trăm linh bốn đồng")]
    [InlineData(110, "Một trăm mười đồng")]
    [InlineData(1005, "Một nghìn không trăm linh năm đồng")]
    [InlineData(1_000_000, "Một triệu đồng")]
    [InlineData(1_250_000, "Một triệu hai trăm năm mươi nghìn đồng")]
    [InlineData(10_000_001, "Mười triệu không trăm linh một đồng")]
    [InlineData(1_000_000_000, "Một tỷ đồng")]
    [InlineData(1_005_000_000, "Một tỷ không trăm linh năm triệu đồng")]
    [InlineData(5_000_000_000_000, "Năm nghìn tỷ đồng")]
    [InlineData(-20_000, "Âm hai mươi nghìn đồng")]
    public void Money_in_words(long dong, string words) => MoneyWords.Of(dong).ShouldBe(words);

    [Fact]
    public void The_largest_amounts_have_words()
    {
        MoneyWords.Of(long.MinValue).ShouldStartWith("Âm chín tỷ hai trăm hai mươi ba triệu");
        MoneyWords.Of(long.MaxValue).ShouldEndWith("tám trăm linh bảy đồng");
    }

    [Fact]
    public void Money_words_read_back_to_the_amount() =>
        Gen.OneOf(Gen.Long[0, 999_999_999_999], Gen.Long[0, 2_000_000], Gen.Select(Gen.Long[0, 999], Gen.OneOf(1L, 1000L, 1_000_000L, 1_000_000_000L), (n, unit) => n * unit))
            .Sample(dong => Parse(MoneyWords.Of(dong)) == dong);

    private static long Parse(string words)
    {
        string[] figures = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
        long total = 0, group = 0, figure = 0;
        foreach (var word in words.ToLowerInvariant().Split(' '))
        {
            switch (word)
            {
                case "trăm": group += figure * 100; figure = 0; break;
                case "mươi": group += figure * 10; figure = 0; break;
                case "mười": group += 10; break;
                case "linh": break;
                case "mốt": figure = 1; break;
                case "tư": figure = 4; break;
                case "lăm": figure = 5; break;
                case "nghìn": total += (group + figure) * 1000; group = figure = 0; break;
                case "triệu": total += (group + figure) * 1_000_000; group = figure = 0; break;
                case "tỷ": total = (total + group + figure) * 1_000_000_000; group = figure = 0; break;
                case "đồng": return total + group + figure;
                default:
                    figure = Array.IndexOf(figures, word);
                    figure.ShouldBeGreaterThanOrEqualTo(0, word);
                    break;
            }
        }

        throw new FormatException(words);
    }
}
