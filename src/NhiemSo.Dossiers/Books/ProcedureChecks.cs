using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Notices;
using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Notifications;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Papers.Templates;
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
        if (procedure.Components.Count(Submission.IsUploaded) > AcceptedPapers.MostOnPage) Fault("components", $"Đơn trực tuyến nhận nhiều nhất {AcceptedPapers.MostOnPage} thành phần tải lên; gộp bớt.");
        Once("fees", (procedure.Fees ?? []).Select(f => f.Code));
        Once("groups", procedure.Groups.Concat(procedure.OfficeGroups).Select(g => g.Id));
        Once("groups", procedure.Fields.Select(f => f.Key));
        foreach (var fee in procedure.Fees ?? [])
            if (fee.QuantityField is { } field && !procedure.Fields.Any(f => f.Key == field && f.Type == FieldType.Number))
                Fault($"fees.{fee.Code}.quantity_field", $"Không có trường số '{field}' để tính phí.{Spelling.Suggest(field, procedure.Fields.Select(f => f.Key))}");
        foreach (var field in procedure.Fields.Where(f => ResultValues.Names.Contains(f.Key, StringComparer.Ordinal)))
            Fault($"groups.{field.Key}", $"Tên trường '{field.Key}' dành cho giá trị chung của văn bản; đặt tên khác.");
        foreach (var field in Who(procedure).Where(f => !Asked(procedure).Contains(f, StringComparer.Ordinal)))
            Fault("applicant_fields", $"Đơn không có trường '{field}'.{Spelling.Suggest(field, Asked(procedure))}");
        if (!procedure.ApplicantFields.Name.Any(n => procedure.Fields.Any(f => f.Key == n && f.Required))) Fault("applicant_fields.name", "Ít nhất một trường cho tên người nộp phải bắt buộc.");
        if (!procedure.OpenedByOffice && !procedure.Fields.Any(f => f.Key == procedure.ApplicantFields.Phone && f.Required)) Fault("applicant_fields.phone", "Trường điện thoại phải bắt buộc: người nộp tra cứu hồ sơ bằng bốn số cuối.");
        if (procedure.Result.ActsOn is { } on && !procedure.Fields.Any(f => f.Key == on.Field && f.Required))
            Fault("result.acts_on.field", $"Không có trường bắt buộc '{on.Field}' để biết số giấy phép đang có.{Spelling.Suggest(on.Field, procedure.Fields.Select(f => f.Key))}");
        if (procedure.Channels.Count == 0 && !procedure.OpenedByOffice) Fault("channels", "Mục 'channels' phải có ít nhất một cách nộp; chỉ thủ tục thu hồi do Sở tự mở mới để trống.");
        if (procedure.Result.ActsOn is { Change: LicenceChange.Withdraw } ends && ends.State is null == ends.StateField is null)
            Fault("result.acts_on", "Thu hồi, đình chỉ phải ghi state (trạng thái mới trong sổ) hoặc state_field (trường chọn trạng thái), một trong hai.");
        if (procedure.Steps.Count == 0 || procedure.TimeLimit is not { } limit) return;
        var sum = procedure.Steps.Sum(s => s.Value);
        if (sum != limit.Limit.Amount) Fault("steps", $"Thời gian các bước cộng lại là {sum:0.##}, phải bằng thời hạn {limit.Limit.Amount:0.##}.");

        void Once(string path, IEnumerable<string> codes)
        {
            foreach (var code in codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
                Fault($"{path}.{code}", $"'{code}' bị lặp.");
        }
    }

    /// <summary>The department knows the holder from the register: only the name is asked for again.</summary>
    private static IEnumerable<string> Who(Procedure procedure) => procedure.OpenedByOffice ? procedure.ApplicantFields.Name : procedure.ApplicantFields.All;

    private static List<string> Asked(Procedure procedure) => [.. procedure.Groups.SelectMany(g => g.Fields).Select(f => f.Key)];

    public static void CrossCheck(Procedure procedure, RuleBook book, RuleSet all, RuleFaults faults)
    {
        void Fault(string path, string message) => faults.Add(book.Place(path), message);
        var result = procedure.Result;
        if (MandatedDuties.Fault(procedure.Duty, book, all) is { } duty) Fault("duty", duty);
        ProcedurePapers.Template(procedure, all, Fault);
        if (result.Book is { } numbers && !all.Has("document-book", numbers)) Fault("result.book", $"Chưa có sổ số '{numbers}'.");
        if (all.Find<ProcessDefinition>(procedure.Process) is { } process)
        {
            Process(procedure, process, Fault);
            ProcedurePapers.Notices(process, all, faults);
        }
        else Fault("process", $"Chưa có quy trình '{procedure.Process}'.");
        ProcedurePapers.Letters(procedure, all, Fault);
        if (procedure.ProcessAbove is { } above && !all.Knows("process", above)) Fault("process_above", $"Chưa có quy trình '{above}'.");
        if (procedure.SilenceConsents)
            foreach (var (path, code) in new[] { ("process", procedure.Process), ("process_above", procedure.ProcessAbove) })
                if (code is not null && all.Find<ProcessDefinition>(code) is { } answering && !answering.Acts.Any(a => a.OnDue))
                    Fault(path, $"Thủ tục coi im lặng là đồng ý nên quy trình '{code}' phải có hành động tự chạy khi hết hạn (on_due).");
        if (result.Register is not { } kept) return;
        if (all.Find<RegisterSchema>(kept) is { } register) Entry(procedure, register, ProcedurePapers.OfProcess(procedure, all), Fault);
        else Fault("result.register", $"Chưa có sổ đăng ký '{kept}'.");
    }

    private static void Process(Procedure procedure, ProcessDefinition process, Action<string, string> fault)
    {
        if (procedure.OpenedByOffice != process.OpenedByOffice) fault("process", procedure.OpenedByOffice ? $"Quy trình '{process.Code}' do người nộp mở; thủ tục không nhận nộp phải theo quy trình do Sở tự mở." : $"Quy trình '{process.Code}' do Sở tự mở, không nhận hồ sơ nộp.");
        foreach (var act in process.Acts.Where(a => a.Outcome is not null && a.Asks(ActNeed.File)))
            foreach (var missing in AnswerWork.PaperFields.Where(k => !act.Fields.Any(f => f.Key == k && f.Required)))
                fault("process", $"Hành động '{act.Id}' của quy trình '{process.Code}' nhận văn bản đến nên phải hỏi '{missing}'.");
        var names = process.Steps.Select(s => s.Id).ToList();
        foreach (var step in procedure.Steps.Where(s => !names.Contains(s.Step, StringComparer.Ordinal)))
            fault("steps", $"Quy trình '{process.Code}' không có bước '{step.Step}'.{Spelling.Suggest(step.Step, names)}");
        if (procedure.Result.Book is null && process.Acts.Any(a => a.Numbers.Contains(ProcessAct.ProcedureBook, StringComparer.Ordinal)))
            fault("result", $"Quy trình '{process.Code}' lấy số cho kết quả: ghi sổ số ở result.book.");
    }

    private static void Entry(Procedure procedure, RegisterSchema register, IEnumerable<string> asked, Action<string, string> fault)
    {
        var fields = procedure.Fields.Select(f => f.Key).Concat(asked).ToList();
        foreach (var (column, source) in procedure.Result.Entry)
        {
            if (register.Column(column) is null)
                fault($"result.entry.{column}", $"Sổ '{register.Code}' không có cột '{column}'.{Spelling.Suggest(column, register.Columns.Select(c => c.Key))}");
            if (!ProcedureResult.EntrySources.Contains(source, StringComparer.Ordinal) && !fields.Contains(source, StringComparer.Ordinal))
                fault($"result.entry.{column}", $"Không có trường '{source}' trong thủ tục.{Spelling.Suggest(source, fields)}");
        }
        // A licence that exists keeps its number and whatever isn't changed.
        if (procedure.Result.ActsOn is not null)
        {
            if (procedure.Result.Entry.ContainsKey(register.KeyColumn)) fault($"result.entry.{register.KeyColumn}", "Giấy phép đang có giữ số của nó trong sổ; bỏ cột này.");
            States(procedure, procedure.Result.ActsOn, register, fault);
            return;
        }

        foreach (var column in register.Columns.Where(c => c.Required && !procedure.Result.Entry.ContainsKey(c.Key)))
            fault("result.entry", $"Cột bắt buộc '{column.Key}' của sổ '{register.Code}' chưa có giá trị.");
    }

    private static void States(Procedure procedure, ActsOn on, RegisterSchema register, Action<string, string> fault)
    {
        if (on.StateField is { } field && !procedure.Fields.Any(f => f.Key == field && f.Type == FieldType.Choice)) fault("result.acts_on.state_field", $"Không có trường chọn '{field}'.");
        var states = on.State is { } one ? [one] : procedure.Fields.Where(f => f.Key == on.StateField).SelectMany(f => f.Options).Select(o => o.Value);
        foreach (var state in states.Where(s => register.State(s) is null))
            fault("result.acts_on", $"Sổ '{register.Code}' không có trạng thái '{state}'.{Spelling.Suggest(state, register.States.Select(s => s.Id))}");
    }
}
