using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>The clock of an answer, by the rule of the day on which it was asked for.</summary>
internal sealed class FeedbackClock(RuleShelf rules, OfficeCalendar calendar, TimeProvider time)
{
    public (string State, string Text, string Date) Of(FeedbackItem item)
    {
        if (item.AnsweredAt is { } at) return ("done", at > item.Due ? "Đã trả lời, trễ hạn" : "Đã trả lời", Wording.Date(Vietnam.Day(at)));
        var reading = ClockReading.Of(RunningClock.Start(rules.At(Vietnam.Day(item.At)).All<FeedbackRule>()[0].Of(item.About), item.At), time.UtcNow(), calendar.Calendar);
        return (reading.Style, reading.Words, Wording.Date(Vietnam.Day(reading.Due)));
    }

    /// <summary>Where the limit comes from; null once somebody confirmed it.</summary>
    public string? Doubt(FeedbackItem item)
    {
        var path = item.About switch
        {
            FeedbackAbout.Lateness => "lateness",
            FeedbackAbout.Conduct => "conduct",
            _ => "procedure",
        };
        return rules.At(Vietnam.Day(item.At)).Book<FeedbackRule>("phan-anh") is { } book && rules.Doubtful(book).FirstOrDefault(d => d.Path == path) is { } doubt ? doubt.Note ?? doubt.Words : null;
    }

    public static string What(FeedbackItem item) => item.About switch
    {
        FeedbackAbout.Lateness => "Phản ánh hồ sơ giải quyết chậm",
        FeedbackAbout.Conduct => "Phản ánh thái độ",
        _ => "Góp ý về thủ tục",
    };

    public static string OfWhom(Meant meant) => meant switch
    {
        Meant.Desk => "Người tiếp nhận, trả kết quả",
        Meant.Officer => "Người xử lý hồ sơ",
        _ => "Người khác, hoặc tôi không rõ",
    };

    public static string Verdict(bool right) => right ? "Phản ánh đúng" : "Phản ánh không đúng";
}
