using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Processes.Definitions;

/// <summary>What must hold inside one process for the engine to run it.</summary>
internal static class ProcessChecks
{
    public static void Check(ProcessDefinition process, RuleBook book, RuleFaults faults)
    {
        void Fault(string path, string message) => faults.Add(book.Place(path), message);
        Ids(process, Fault);
        States(process, Fault);
        Reach(process, Fault);
        foreach (var act in process.Acts) Act(process, act, Fault);
        Clocks(process, Fault);
        Steps(process, Fault);
        foreach (var target in process.Migrate?.States.Values ?? [])
            if (process.State(target) is null) Fault("migrate.states", $"Không có trạng thái '{target}' để chuyển hồ sơ đang chạy sang.");
    }

    private static void Ids(ProcessDefinition process, Action<string, string> fault)
    {
        Once("states", "Trạng thái", process.States.Select(s => s.Id));
        Once("acts", "Hành động", process.Acts.Select(a => a.Id));
        Once("clocks", "Đồng hồ", process.Clocks.Select(c => c.Id));
        Once("steps", "Bước", process.Steps.Select(s => s.Id));

        void Once(string list, string what, IEnumerable<string> ids)
        {
            foreach (var id in ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
                fault($"{list}.{id}", $"{what} '{id}' bị lặp.");
        }
    }

    private static void States(ProcessDefinition process, Action<string, string> fault)
    {
        foreach (var state in process.States)
        {
            var path = $"states.{state.Id}";
            var leaves = process.ActsFrom(state.Id).Any(a => a.To is not null && a.To != state.Id);
            if (state.Terminal && process.ActsFrom(state.Id).FirstOrDefault(a => !a.Reopens(process)) is { } act)
                fault(path, $"Trạng thái kết thúc '{state.Id}' không được có hành động tiếp theo ('{act.Id}'), trừ việc lãnh đạo mở lại kèm lý do.");
            if (!state.Terminal && !leaves) fault(path, $"Từ trạng thái '{state.Id}' không đi tiếp được: thêm hành động, hoặc ghi terminal: true.");
            if (state.Status is not { } id) continue;
            if (process.Statuses.FirstOrDefault(s => s.Id == id) is not { } status) fault($"{path}.status", $"Không có trạng thái công khai số {id} trong mục statuses.");
            else if (status.Terminal != state.Terminal) fault(path, $"Trạng thái công khai {id} \"{status.Name}\" và '{state.Id}' phải cùng là kết thúc hoặc cùng không.");
        }
    }

    private static void Reach(ProcessDefinition process, Action<string, string> fault)
    {
        var open = new Queue<string>(process.Openings.Select(a => a.To).OfType<string>());
        if (open.Count == 0) fault("acts", "Chưa có hành động mở đầu: một hành động để from: [] và có to.");
        var reached = new HashSet<string>(open, StringComparer.Ordinal);
        while (open.TryDequeue(out var state))
            foreach (var next in process.ActsFrom(state).Select(a => a.To).OfType<string>())
                if (reached.Add(next)) open.Enqueue(next);
        foreach (var state in process.States.Where(s => !reached.Contains(s.Id)))
            fault($"states.{state.Id}", $"Không hành động nào dẫn đến trạng thái '{state.Id}'.");
    }

    private static void Act(ProcessDefinition process, ProcessAct act, Action<string, string> fault)
    {
        var path = $"acts.{act.Id}";
        var states = process.States.Select(s => s.Id).ToList();
        foreach (var from in act.From.Where(f => process.State(f) is null))
            fault($"{path}.from", $"Không có trạng thái '{from}'.{Spelling.Suggest(from, states)}");
        if (act.To is { } to && process.State(to) is null) fault($"{path}.to", $"Không có trạng thái '{to}'.{Spelling.Suggest(to, states)}");
        foreach (var move in act.Clocks.Where(m => !process.Clocks.Any(c => c.Id == m.Clock)))
            fault($"{path}.clock", $"Không có đồng hồ '{move.Clock}'.{Spelling.Suggest(move.Clock, process.Clocks.Select(c => c.Id))}");
        if (act.Step is { } step && !process.Steps.Any(s => s.Id == step)) fault($"{path}.step", $"Không có bước '{step}'.{Spelling.Suggest(step, process.Steps.Select(s => s.Id))}");
        if (act.BeforeDue is { Unit: not LimitUnit.Day }) fault($"{path}.before_due", "before_due tính lùi từ ngày hết hạn nên chỉ ghi bằng ngày (unit: ngay).");
        if (act.BeforeDue is not null && !process.Clocks.Any(c => c.Main)) fault($"{path}.before_due", "Quy trình không có đồng hồ chính để tính before_due.");
        foreach (var before in act.After.Where(a => process.Act(a) is null))
            fault($"{path}.after", $"Không có hành động '{before}'.{Spelling.Suggest(before, process.Acts.Select(a => a.Id))}");
        if (act.NotBefore is { } day && !process.Acts.SelectMany(a => a.Fields).Any(f => f.Key == day && f.Type == FieldType.Date))
            fault($"{path}.not_before", $"Không có trường ngày '{day}' ở hành động nào.{Spelling.Suggest(day, process.Acts.SelectMany(a => a.Fields).Select(f => f.Key))}");
        if (act.OnDue && !act.By.Contains(Role.System)) fault($"{path}.on_due", "Hành động tự chạy khi hết hạn phải do hệ thống làm: by: [system].");
        if (act.Outcome is ActOutcome.Submitted or ActOutcome.Notified && process.Letter(act.Outcome.Value) is null)
            fault($"{path}.outcome", "Hành động này lập một văn bản: khai mẫu và sổ số của nó ở mục letters.");
        if (act.Times < 1) fault($"{path}.times", "Số lần phải từ 1.");
        var asks = act.Asks(ActNeed.Reason);
        if (asks != act.Name.EndsWith('…'))
            fault($"{path}.name", asks ? "Hành động hỏi lý do thì tên nút phải kết thúc bằng '…'." : "Tên nút chỉ kết thúc bằng '…' khi hành động hỏi lý do.");
    }

    private static void Clocks(ProcessDefinition process, Action<string, string> fault)
    {
        foreach (var clock in process.Clocks)
        {
            if (!process.Acts.Any(a => a.Clocks.Any(m => m.Clock == clock.Id && m.Action == ClockAction.Start)))
                fault($"clocks.{clock.Id}", $"Không hành động nào bắt đầu đồng hồ '{clock.Id}'.");
            if (clock.Bounds is { } act && process.Act(act) is null) fault($"clocks.{clock.Id}.bounds", $"Không có hành động '{act}'.");
        }
        foreach (var step in process.Steps.Where(s => s.Clock is not null && process.Clocks.All(c => c.Id != s.Clock)))
            fault($"steps.{step.Id}.clock", $"Không có đồng hồ '{step.Clock}'.{Spelling.Suggest(step.Clock!, process.Clocks.Select(c => c.Id))}");
        if (process.Clocks.Count(c => c.Main) > 1) fault("clocks", "Chỉ một đồng hồ được ghi main: true.");
    }

    private static void Steps(ProcessDefinition process, Action<string, string> fault)
    {
        if (process.Steps.Count == 0) return;
        var sum = process.Steps.Sum(s => s.SharePercent);
        if (sum != 100) fault("steps", $"Các phần thời gian của các bước cộng lại là {sum:0.##}, phải bằng 100.");
        foreach (var step in process.Steps.Where(s => s.SharePercent <= 0)) fault($"steps.{step.Id}", "Phần thời gian phải lớn hơn 0.");
    }
}
