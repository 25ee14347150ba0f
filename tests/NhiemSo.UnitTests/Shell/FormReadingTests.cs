using System.Globalization;
using CsCheck;
using NhiemSo.Platform.Shell;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Shell;

public sealed class FormReadingTests
{
    [Theory]
    [InlineData("25/11/2026")]
    [InlineData(" 25-11-2026 ")]
    [InlineData("25.11.2026")]
    [InlineData("2026-11-25")]
    public void A_day_is_read_day_first(string text) => FormReading.Day(text).ShouldBe(new DateOnly(2026, 11, 25));

    [Theory]
    [InlineData("11/25/2026")]
    [InlineData("29/02/2026")]
    [InlineData("25/11/26")]
    [InlineData("hôm nay")]
    public void What_is_no_day_is_not_guessed(string text) => FormReading.Day(text).ShouldBeNull();

    [Theory]
    [InlineData("1.000.000 ₫", 1_000_000)]
    [InlineData("1.000.000đ", 1_000_000)]
    [InlineData("500", 500)]
    [InlineData("-1.500", -1500)]
    public void A_number_may_have_points_between_thousands(string text, long value) => FormReading.Whole(text).ShouldBe(value);

    [Theory]
    [InlineData("1.5")]
    [InlineData("1,5")]
    [InlineData("1.0000")]
    [InlineData(".500")]
    [InlineData("năm trăm")]
    [InlineData("99999999999999999999")]
    public void A_doubtful_number_is_a_fault(string text) => FormReading.Whole(text).ShouldBeNull();

    [Fact]
    public void What_money_prints_it_reads_back() => Gen.Long.Sample(n =>
        FormReading.Whole(n.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))).ShouldBe(n));
}
