using CsCheck;
using NhiemSo.Platform.Papers;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Papers;

public class PaperWordsTests
{
    [Theory]
    [InlineData("Hà Nội", "2020-01-05", "Hà Nội, ngày 05 tháng 01 năm 2020")]
    [InlineData("Khánh Hòa", "2024-03-28", "Khánh Hòa, ngày 28 tháng 3 năm 2024")]
    [InlineData("Khánh Hòa", "2024-02-10", "Khánh Hòa, ngày 10 tháng 02 năm 2024")]
    [InlineData("Khánh Hòa", "2024-11-09", "Khánh Hòa, ngày 09 tháng 11 năm 2024")]
    public void The_date_line_pads_days_below_ten_and_the_months_one_and_two(string place, string day, string line) =>
        PaperWords.DateLine(place, DateOnly.Parse(day), 0).ShouldBe(line);

    [Theory]
    [InlineData(5, "GP-STTTT", "Số: 05/GP-STTTT")]
    [InlineData(12, "UBND-VX", "Số: 12/UBND-VX")]
    [InlineData(55, "QĐ-STTTT", "Số: 55/QĐ-STTTT")]
    [InlineData(1204, "STTTT-VP", "Số: 1204/STTTT-VP")]
    public void The_number_line_pads_numbers_below_ten(int number, string symbol, string line) =>
        PaperWords.NumberLine(number, symbol).ShouldBe(line);

    [Fact]
    public void What_is_not_known_yet_leaves_room_to_write()
    {
        PaperWords.NumberLine(null, "GP-STTTT").ShouldMatch("^Số: \u00A0+/GP-STTTT$");
        PaperWords.DateLine("Khánh Hòa", null, 2024).ShouldMatch("^Khánh Hòa, ngày \u00A0+ tháng \u00A0+ năm 2024$");
    }

    [Fact]
    public void Every_date_has_the_form_that_the_decree_gives() =>
        Gen.DateOnly.Sample(day => System.Text.RegularExpressions.Regex.IsMatch(
            PaperWords.Date(day), @"^ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}$", System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.ExplicitCapture));

    [Fact]
    public void A_moment_has_two_digits_for_hour_and_minute() =>
        PaperWords.Moment(new DateTimeOffset(2024, 3, 28, 8, 5, 0, TimeSpan.FromHours(7))).ShouldBe("08 giờ 05 phút, ngày 28 tháng 3 năm 2024");
}
