using NhiemSo.Dossiers.Notices;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Registers.Books;

namespace NhiemSo.Dossiers.Books;

/// <summary>What must hold inside a procedure and between it and other books.</summary>
internal static class ProcedureChecks
{
    /// <summary>Facts of law a citizen relies on: each must say how sure we are of it.</summary>
    private static readonly string[] Facts =
        ["national_code", "components", "time_limit", "supplement_notice_limit", "fees", "issuing_authority", "withdrawal_grounds", "validity", "groups", "steps"];

    public static void Check(Procedure procedure, RuleBook book, YamlNodeReader content)
    {
        void Fault(string path, string message) => content.Faults.Add(book.Place(path), message);
        foreach (var fact in Facts)
        {
            if (!content.Has(fact)) content.Fault($"Thiếu mục '{fact}'; chưa biết thì ghi '{fact}: null'.");
            else if (!book.Confidence.Any(c => c.Path == fact)) Fault("confidence", $"Chưa ghi độ tin cậy của '{fact}' trong mục confidence.");
        }
        Once("components", procedure.Components.Select(c => c.Code));
        Once("fees", (procedure.Fees ?? []).Select(f => f.Code));
        Once("groups", procedure.Groups.Concat(procedure.OfficeGroups).Select(g => g.Id));
        Once("groups", procedure.Fields.Select(f => f.Key));
        foreach (var fee in procedure.Fees ?? [])
            if (fee.QuantityField is { } field && !procedure.Fields.Any(f => f.Key == field && f.Type == FieldType.Number))
                Fault($"fees.{fee.Code}.quantity_field", $"Không có trường số '{field}' để tính phí.{Spelling.Suggest(field, procedure.Fields.Select(f => f.Key))}");
        if (procedure.Channels.Count == 0) Fault("channels", "Mục 'channels' phải có ít nhất một cách nộp.");
        if (procedure.Steps.Count == 0 || procedure.TimeLimit is not { } limit) return;
        var sum = procedure.Steps.Sum(s => s.Value);
        if (sum != limit.Limit.Amount) Fault("steps", $"Thời gian các bước cộng lại là {sum:0.##}, phải bằng thời hạn {limit.Limit.Amount:0.##}.");

        void Once(string path, IEnumerable<string> codes)
        {
            foreach (var code in codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
                Fault($"{path}.{code}", $"'{code}' bị lặp.");
        }
    }

    public static void CrossCheck(Procedure procedure, RuleBook book, RuleSet all, RuleFaults faults)
    {
        void Fault(string path, string message) => faults.Add(book.Place(path), message);
        var result = procedure.Result;
        if (result.Template is { } paper && !all.Knows("paper-template", paper)) Fault("result.template", $"Chưa có mẫu giấy tờ '{paper}'.");
        if (result.Book is { } numbers && !all.Has("document-book", numbers)) Fault("result.book", $"Chưa có sổ số '{numbers}'.");
        if (all.Find<ProcessDefinition>(procedure.Process) is { } process)
        {
            Process(procedure, process, Fault);
            Notices(process, all, faults);
        }
        else Fault("process", $"Chưa có quy trình '{procedure.Process}'.");
        if (result.Register is not { } code) return;
        if (all.Find<RegisterSchema>(code) is { } register) Entry(procedure, register, Fault);
        else Fault("result.register", $"Chưa có sổ đăng ký '{code}'.");
    }

    private static void Process(Procedure procedure, ProcessDefinition process, Action<string, string> fault)
    {
        var names = process.Steps.Select(s => s.Id).ToList();
        foreach (var step in procedure.Steps.Where(s => !names.Contains(s.Step, StringComparer.Ordinal)))
            fault("steps", $"Quy trình '{process.Code}' không có bước '{step.Step}'.{Spelling.Suggest(step.Step, names)}");
        if (procedure.Result.Book is null && process.Acts.Any(a => a.Numbers.Contains(ProcessAct.ProcedureBook, StringComparer.Ordinal)))
            fault("result", $"Quy trình '{process.Code}' lấy số cho kết quả: ghi sổ số ở result.book.");
    }

    /// <summary>The notices of the process ask for nothing that a dossier can't give.</summary>
    private static void Notices(ProcessDefinition process, RuleSet all, RuleFaults faults)
    {
        if (process.Notices is not { } code || all.Find<NoticeBook>(code) is not { } notices) return;
        var book = all.Book<NoticeBook>(code)!;
        foreach (var notice in notices.Notices)
            foreach (var unknown in notice.Placeholders.Except(NoticeValues.Names))
                faults.Add(book.Place($"notices.{notice.Id}"), $"Thư '{notice.Id}' dùng giá trị '{unknown}' mà hồ sơ không có.{Spelling.Suggest(unknown, NoticeValues.Names)}");
    }

    private static void Entry(Procedure procedure, RegisterSchema register, Action<string, string> fault)
    {
        var fields = procedure.Fields.Select(f => f.Key).ToList();
        foreach (var (column, source) in procedure.Result.Entry)
        {
            if (register.Column(column) is null)
                fault($"result.entry.{column}", $"Sổ '{register.Code}' không có cột '{column}'.{Spelling.Suggest(column, register.Columns.Select(c => c.Key))}");
            if (!ProcedureResult.EntrySources.Contains(source, StringComparer.Ordinal) && !fields.Contains(source, StringComparer.Ordinal))
                fault($"result.entry.{column}", $"Không có trường '{source}' trong thủ tục.{Spelling.Suggest(source, fields)}");
        }
        foreach (var column in register.Columns.Where(c => c.Required && !procedure.Result.Entry.ContainsKey(c.Key)))
            fault("result.entry", $"Cột bắt buộc '{column.Key}' của sổ '{register.Code}' chưa có giá trị.");
    }
}
