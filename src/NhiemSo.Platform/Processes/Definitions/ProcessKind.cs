using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Processes.Definitions;

/// <summary><c>rules/processes/</c>.</summary>
public sealed class ProcessKind : IRuleKind
{
    public string Kind => "process";

    public string Folder => "processes";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var process = new ProcessDefinition(
            book.Code,
            book.Name,
            [.. content.Items("statuses").Select(Status)],
            [.. content.NeedItems("states").Select(State)],
            [.. content.NeedItems("acts").Select(Act)],
            [.. content.Items("clocks").Select(Clock)],
            [.. content.Items("steps").Select(Step)],
            content.Section("migrate") is { } migrate ? Move(migrate) : null,
            content.Code("notices"),
            [.. content.Items("letters").Select(Letter)]);
        ProcessChecks.Check(process, book, content.Faults);
        return process;
    }

    public void CrossCheck(RuleSet all, RuleFaults faults)
    {
        foreach (var process in all.All<ProcessDefinition>())
        {
            var book = all.Book<ProcessDefinition>(process.Code)!;
            if (process.Notices is { } named && !all.Knows("notices", named)) faults.Add(book.Place("notices"), $"Chưa có sổ thư báo '{named}'.");
            foreach (var letter in process.Letters)
            {
                if (!all.Knows("paper-template", letter.Template)) faults.Add(book.Place("letters"), $"Chưa có mẫu giấy tờ '{letter.Template}'.");
                if (!all.Has("document-book", letter.Book)) faults.Add(book.Place("letters"), $"Chưa có sổ số '{letter.Book}'.");
            }

            foreach (var act in process.Acts)
            {
                foreach (var paper in act.Produces)
                    if (paper != ProcessAct.ProcedureResult && !all.Knows("paper-template", paper))
                        faults.Add(book.Place($"acts.{act.Id}.produces"), $"Chưa có mẫu giấy tờ '{paper}'.");
                if (act.Notice is { } notice && process.Notices is { } notices && all.Find<NoticeBook>(notices) is { } told && told.Notice(notice) is null)
                    faults.Add(book.Place($"acts.{act.Id}.notice"), $"Sổ thư báo '{notices}' không có thư '{notice}'.{Spelling.Suggest(notice, told.Notices.Select(n => n.Id))}");
                foreach (var number in act.Numbers)
                    if (number != ProcessAct.ProcedureBook && !all.Has("document-book", number) && !all.Has("dossier-code", number))
                        faults.Add(book.Place($"acts.{act.Id}.numbers"), $"Chưa có sổ số '{number}'.");
            }
        }
    }

    private static PublicStatus Status(YamlNodeReader item) =>
        new((int)(item.Whole("id") ?? 0), item.NeedText("name"), item.Flag("terminal"));

    private static ProcessState State(YamlNodeReader item) => new(
        item.NeedCode("id"),
        item.NeedText("name"),
        item.NeedText("citizen"),
        item.NeedWord("group", ProcessWords.Groups),
        item.HasValue("turn") ? item.NeedWord("turn", RoleWords.All) : null,
        (int?)item.Whole("status"),
        item.Flag("terminal"));

    private static ProcessAct Act(YamlNodeReader item)
    {
        var by = item.Words("by", RoleWords.All);
        if (by.Count == 0) item.Fault("by", "Mục 'by' phải nêu ai được làm.");
        var staff = by.Any(r => r is not Role.Applicant and not Role.System);
        return new ProcessAct(
            item.NeedCode("id"),
            item.NeedText("name"),
            item.Texts("from"),
            item.Code("to"),
            by,
            staff ? item.NeedWord("relation", ProcessWords.Relations) : Relation.Any,
            item.Words("needs", ProcessWords.Needs),
            FieldReader.Fields(item, "fields"),
            item.Texts("produces"),
            item.Texts("numbers"),
            [.. item.WordPairs("clock", ProcessWords.ClockActions).Select(p => new ClockMove(p.Pair.Key, p.Word))],
            item.Code("step"),
            item.Word("outcome", ProcessWords.Outcomes),
            (int?)item.Whole("times"),
            item.Section("before_due") is { } before ? LimitReader.Read(before) : null,
            item.Text("notice"),
            item.Texts("after"),
            item.Flag("on_due"),
            item.Text("not_before"),
            item.NeedText("basis"));
    }

    private static ProcessClock Clock(YamlNodeReader item)
    {
        var clock = new ProcessClock(
            item.NeedCode("id"),
            item.NeedText("name"),
            item.Text("procedure") is null ? null : LimitName(item),
            LimitReader.Read(item),
            item.Time("same_day_until"),
            item.Flag("main"),
            item.Code("bounds"),
            item.NeedText("basis"));
        if (clock.FromProcedure is null && clock.Limit is null && clock.SameDayUntil is null)
            item.Fault("Đồng hồ phải có thời hạn: value và unit, hoặc procedure, hoặc same_day_until (value và unit khi ấy là phần tính từ đầu giờ ngày làm việc tiếp theo).");
        if (clock.SameDayUntil is not null && (clock.FromProcedure is not null || clock.Limit is { Unit: not (LimitUnit.WorkingHour or LimitUnit.Minute or LimitUnit.Hour) }))
            item.Fault("same_day_until", "Đồng hồ có same_day_until tính bằng phút hoặc giờ: phần tính từ đầu giờ ngày làm việc tiếp theo.");
        return clock;
    }

    private static string? LimitName(YamlNodeReader item)
    {
        var name = item.Text("procedure")!;
        if (ProcessWords.ProcedureLimits.Contains(name, StringComparer.Ordinal)) return name;
        item.Fault("procedure", $"Không có thời hạn '{name}' trong thủ tục; dùng {string.Join(" hoặc ", ProcessWords.ProcedureLimits)}.");
        return null;
    }

    private static ProcessStep Step(YamlNodeReader item) =>
        new(item.NeedCode("id"), item.NeedText("name"), item.NeedWord("owner", RoleWords.All), item.Number("share") ?? 0, item.Code("clock"));

    private static ProcessLetter Letter(YamlNodeReader item) => new(
        item.NeedWord("outcome", ProcessWords.Outcomes), item.NeedText("template"), item.NeedText("book"), item.NeedText("type"), item.NeedText("subject"), item.Text("recipient"));

    private static ProcessMove Move(YamlNodeReader item) => new(
        item.Pairs("states").ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal),
        item.NeedWord("clocks", ProcessWords.Carries),
        item.NeedText("reason"),
        item.NeedText("basis"));
}
