using System.Text;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.WorkingTime;

public class LimitTexts
{
    [Theory]
    [InlineData("15 ngày", "15", LimitUnit.Day, "15 ngày")]
    [InlineData("03 ngày làm việc", "3", LimitUnit.WorkingDay, "03 ngày làm việc")]
    [InlineData("2 giờ làm việc", "2", LimitUnit.WorkingHour, "02 giờ làm việc")]
    [InlineData("0,5 ngày làm việc", "0.5", LimitUnit.WorkingDay, "0,5 ngày làm việc")]
    [InlineData("0.5 ngay lam viec", "0.5", LimitUnit.WorkingDay, "0,5 ngày làm việc")]
    [InlineData("  10  NGÀY   LÀM VIỆC ", "10", LimitUnit.WorkingDay, "10 ngày làm việc")]
    [InlineData("15 (mười lăm) ngày", "15", LimitUnit.Day, "15 ngày")]
    [InlineData("nửa tháng", "0.5", LimitUnit.Month, "0,5 tháng")]
    [InlineData("30phút", "30", LimitUnit.Minute, "30 phút")]
    [InlineData("1 buổi", "1", LimitUnit.Session, "01 buổi")]
    [InlineData("24 gio", "24", LimitUnit.Hour, "24 giờ")]
    [InlineData("2 tuần", "2", LimitUnit.Week, "02 tuần")]
    [InlineData("6 THÁNG", "6", LimitUnit.Month, "06 tháng")]
    [InlineData("5 năm", "5", LimitUnit.Year, "05 năm")]
    public void Office_wording_is_read_composed_and_decomposed(string text, string amount, LimitUnit unit, string written)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var limit = Limit.Parse(text.Normalize(form)).Value;
            limit.ShouldNotBeNull();
            limit.Amount.ShouldBe(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
            limit.Unit.ShouldBe(unit);
            limit.ToString().ShouldBe(written);
            Limit.Parse(limit.ToString()).Value.ShouldBe(limit);
        }
    }

    [Theory]
    [InlineData("", "Chưa có thời hạn")]
    [InlineData("ngày", "Không đọc được")]
    [InlineData("mười ngày", "Không đọc được")]
    [InlineData("-3 ngày", "Không đọc được")]
    [InlineData("1,2,3 ngày", "Không đọc được")]
    [InlineData("1.000 ngày", "Không đọc được")]
    [InlineData("5", "Không rõ đơn vị")]
    [InlineData("5 ngày gì đó", "Không rõ đơn vị")]
    [InlineData("0 ngày", "lớn hơn 0")]
    [InlineData("101 năm", "100 năm")]
    [InlineData("0,3 tháng", "một nửa")]
    [InlineData("1,5 tuần", "số nguyên")]
    [InlineData("3 \ud800", "Không rõ đơn vị")]
    public void What_cannot_be_counted_is_refused_with_what_to_write(string text, string says)
    {
        var limit = Limit.Parse(text);
        limit.Ok.ShouldBeFalse();
        limit.Problem.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("2026-04-24T15:30", "2026-04-24T08:30:00Z")]
    [InlineData("2026-04-24T15:30:10", "2026-04-24T08:30:10Z")]
    [InlineData("2026-04-24", "2026-04-23T17:00:00Z")]
    [InlineData("24/4/2026 15:30", "2026-04-24T08:30:00Z")]
    [InlineData("2026-04-24T15:30Z", "2026-04-24T15:30:00Z")]
    [InlineData("2026-04-24T15:30:00+09:00", "2026-04-24T06:30:00Z")]
    public void A_moment_without_zone_is_Vietnam_time(string text, string utc)
        => Moment.Parse(text, TimeProvider.System).Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'").ShouldBe(utc);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("hôm qua")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T23:59")]
    public void A_moment_that_is_none_is_refused(string text) => Moment.Parse(text, TimeProvider.System).Ok.ShouldBeFalse();
}
