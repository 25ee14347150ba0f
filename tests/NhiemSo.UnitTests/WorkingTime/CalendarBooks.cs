using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.WorkingTime;

public class CalendarBooks
{
    private const string Head = """
        kind: calendar
        code: calendar-2030
        effective: {from: 2030-01-01, to: 2030-12-31}
        status: final
        sources:
          TB: {title: "Thông báo", short: "TB 1", confidence: source-seen}

        """;

    private static IEnumerable<string> Faults(string yaml) => CalendarBook.Read(yaml, "2030.yaml").Faults.Select(f => f.ToString());

    [Fact]
    public void The_books_of_the_house_are_sound()
    {
        CalendarFolder.Load(CalendarFolder.FindRules()!).Faults.ShouldBeEmpty();
        Office.Calendar.Years.ShouldBe([2024, 2025, 2026, 2027]);
        Office.Calendar.Book(2027)!.Provisional.ShouldBeTrue();
        Office.Calendar.Hours(new(2026, 1, 5)).Confirmed.ShouldBeFalse();
    }

    [Theory]
    [InlineData(2024, 251)] // 262 weekdays less 12 days off, and 4/5
    [InlineData(2025, 250)] // 261 weekdays less 12 days off, and 26/4
    [InlineData(2026, 249)] // 261 weekdays less 14 days off, and 10/1 and 22/8
    public void A_year_has_its_working_days(int year, int days)
        => Office.Calendar.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31)).ShouldBe(days);

    [Fact]
    public void All_faults_are_told_with_their_line() => Faults(Head + """
        days_off:
          - {date: 2030-01-01, holiday: TET_DUONG, kind: holiday, confidence: source-seen}
          - {date: 2030-01-01, holiday: TET_DUONG, kind: feast, confidence: source-seen}
          - {date: 2031-01-01, kind: holiday, source: KHAC, confidence: source-seen}
        working_days:
          - {date: 2030-02-30, for: 2030-01-02, confidence: maybe}
        """).ShouldBe(
        [
            "2030.yaml, dòng 9: \"kind\" phải là một trong: holiday, comp, swap_off.",
            "2030.yaml, dòng 9: Ngày 01/01/2030 đã được ghi ở trên.",
            "2030.yaml, dòng 10: Ngày 01/01/2031 không thuộc năm 2030.",
            "2030.yaml, dòng 10: Thiếu \"holiday\".",
            "2030.yaml, dòng 10: Nguồn \"KHAC\" không có trong \"sources\".",
            "2030.yaml, dòng 12: \"date\" phải là ngày có thật, viết năm-tháng-ngày, ví dụ 2026-04-30.",
            "2030.yaml, dòng 12: \"confidence\" phải là một trong: source-seen, known-not-seen, designed.",
            "2030.yaml, dòng 12: Ngày làm bù 01/01/0001 phải có \"for\" là một ngày nghỉ hoán đổi (swap_off) trong cùng tệp.",
        ]);

    [Fact]
    public void A_swapped_day_off_needs_its_working_day() => Faults(Head + """
        days_off:
          - {date: 2030-01-02, holiday: TET_DUONG, kind: swap_off, confidence: source-seen}
        """).ShouldBe(["2030.yaml, dòng 8: Ngày nghỉ hoán đổi 02/01/2030 chưa có ngày làm bù trong \"working_days\"."]);

    [Theory]
    [InlineData("days_off: [")]
    [InlineData("")]
    [InlineData("- a")]
    public void What_is_no_book_is_refused(string yaml) => CalendarBook.Read(yaml, "x.yaml").Ok.ShouldBeFalse();

    [Fact]
    public void Two_books_of_one_year_or_unknown_holidays_are_refused()
    {
        var book = new CalendarBook("c", 2030, false, null, [new(new(2030, 1, 1), "LA", DayOffKind.Holiday, null, null, true)], []);

        var faults = WorkingCalendar.Build([book, book], [Office.Calendar.Law(new(2026, 1, 1))], [Office.Calendar.Hours(new(2026, 1, 1))]).Faults;

        faults.ShouldContain(f => f.Message.Contains("hai lịch nghỉ"));
        faults.ShouldContain(f => f.Message.Contains("\"LA\""));
    }

    [Fact]
    public void Office_hours_must_be_in_order() => OfficeHoursBook.Read("""
        kind: office-hours
        code: h
        effective: {from: 2030-01-01, to: null}
        weekdays: [monday, hai]
        sessions:
          - {name: "sáng", from: "07:30", to: "11:30", confidence: designed}
          - {name: "chiều", from: "11:00", to: "17:00", confidence: designed}
        """, "h.yaml").Faults.Select(f => f.Line).ShouldBe([4, 7]);
}
