using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso clock "10 ngày làm việc" --from 2026-04-24T15:30</c>: when a limit ends, and why. Reads the rule books as files, no database.</summary>
internal static class ClockCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Build()
    {
        var limit = new Argument<string[]>("limit") { Arity = ArgumentArity.ZeroOrMore, Description = "Thời hạn, ví dụ \"10 ngày làm việc\", \"24 giờ\", \"01 tháng\"" };
        var from = new Option<string?>("--from") { Description = "Thời điểm bắt đầu, giờ Việt Nam nếu không ghi múi giờ: 2026-04-24T15:30; bỏ trống là bây giờ" };
        var after = new Option<string?>("--after-hour") { Description = "Tiếp nhận sau giờ này thì tính từ ngày làm việc tiếp theo, ví dụ 15:00" };
        var noRoll = new Option<bool>("--no-roll") { Description = "Không chuyển hạn rơi vào ngày nghỉ sang ngày làm việc tiếp theo" };
        var rules = new Option<string?>("--rules") { Description = "Thư mục rules; mặc định là thư mục cạnh chương trình hoặc trong kho mã" };
        var json = new Option<bool>("--json") { Description = "In JSON" };
        var command = new Command("clock", "Tính ngày hết hạn và giải thích từng ngày.") { limit, from, after, noRoll, rules, json };
        command.SetAction(args =>
        {
            var answer = Answer(string.Join(' ', args.GetValue(limit) ?? []), args.GetValue(from), args.GetValue(after), !args.GetValue(noRoll), args.GetValue(rules));
            if (!answer.Ok)
            {
                Console.Error.WriteLine(answer.Problem.Message);
                return 2;
            }

            Console.Out.WriteLine(args.GetValue(json) ? AsJson(answer.Value) : AsText(answer.Value));
            return 0;
        });
        return command;
    }

    private static Outcome<ClockAnswer> Answer(string limitText, string? fromText, string? afterText, bool roll, string? rulesFolder)
    {
        var limit = Limit.Parse(limitText);
        if (!limit.Ok)
            return limit.Problem;
        var from = Moment.Parse(fromText, TimeProvider.System);
        if (!from.Ok)
            return from.Problem;
        TimeOnly? after = null;
        if (afterText is not null)
        {
            if (!TimeOnly.TryParseExact(afterText, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
                return Problem.Field("after-hour", $"Không đọc được giờ \"{afterText}\". Viết giờ:phút, ví dụ 15:00.");
            after = hour;
        }

        if ((rulesFolder ?? CalendarFolder.FindRules()) is not { } rules)
            return Problem.Invalid("Không tìm thấy thư mục rules/calendars. Đặt thư mục rules cạnh chương trình hoặc chỉ ra bằng --rules THƯ_MỤC.");
        var calendar = CalendarFolder.Load(rules);
        if (!calendar.Ok)
            return Problem.Invalid($"Không dùng được lịch làm việc. Sửa các chỗ sau rồi chạy lại:{Environment.NewLine}{string.Join(Environment.NewLine, calendar.Faults)}");
        return StatutoryClock.Count(limit.Value, from.Value, calendar.Book!, new ClockSettings(after, roll));
    }

    private static string AsJson(ClockAnswer answer) => JsonSerializer.Serialize(
        new
        {
            Limit = answer.Limit.ToString(),
            From = Local(answer.Start),
            Due = Local(answer.Due),
            Appointment = Local(answer.Appointment),
            answer.Provisional,
            answer.Notes,
            answer.Days,
        },
        Json);

    private static string AsText(ClockAnswer answer)
    {
        IEnumerable<string> lines =
        [
            $"Hết hạn: {Vietnam.Local(answer.Due):HH:mm:ss 'ngày' dd'/'MM'/'yyyy}",
            $"Hẹn trả: {Vietnam.Local(answer.Appointment):HH:mm 'ngày' dd'/'MM'/'yyyy}",
            .. answer.Notes.Select(note => $"Lưu ý: {note}"),
            "",
            .. answer.Days.Select(day => $"{day.Date:dd'/'MM'/'yyyy}  {(day.Counted ? "tính" : "bỏ  ")}  {day.Reason} [{day.Basis}]"),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string Local(DateTime utc) => Vietnam.Local(utc).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
