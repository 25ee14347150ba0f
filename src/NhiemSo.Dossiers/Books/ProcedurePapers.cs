using NhiemSo.Dossiers.Notices;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Registers.Books;

namespace NhiemSo.Dossiers.Books;

/// <summary>What the papers and notices of a procedure ask for must be given by its form, its acts or the office.</summary>
internal static class ProcedurePapers
{
    /// <summary>The paper asks for nothing that neither the form nor the act of issuing gives.</summary>
    public static void Template(Procedure procedure, RuleSet all, Action<string, string> fault)
    {
        if (procedure.Result.Template is not { } code) return;
        if (all.Find<PaperTemplate>(code) is not { } template)
        {
            fault("result.template", $"Chưa có mẫu giấy tờ '{code}'.");
            return;
        }

        var onFile = procedure.Result is { ActsOn: not null, Register: { } register } ? all.Find<RegisterSchema>(register)?.Columns.Select(c => ResultValues.OnFile + c.Key) : null;
        var known = ResultValues.Names.Concat(procedure.Fields.Select(f => f.Key)).Concat(onFile ?? []).Concat(OfProcess(procedure, all)).ToList();
        foreach (var unknown in template.Placeholders.Except(known, StringComparer.Ordinal))
            fault("result.template", $"Mẫu '{code}' dùng giá trị '{unknown}' mà đơn không hỏi.{Spelling.Suggest(unknown, known)}");
    }

    /// <summary>The letters that its processes write on the way ask for nothing that neither the form nor an act gives.</summary>
    public static void Letters(Procedure procedure, RuleSet all, Action<string, string> fault)
    {
        foreach (var process in new[] { procedure.Process, procedure.ProcessAbove }.OfType<string>().Select(all.Find<ProcessDefinition>).OfType<ProcessDefinition>())
        {
            var known = ResultValues.Names.Concat(procedure.Fields.Select(f => f.Key)).Concat(process.Acts.SelectMany(a => a.Fields).Select(f => f.Key)).ToList();
            foreach (var letter in process.Letters)
                foreach (var unknown in (all.Find<PaperTemplate>(letter.Template)?.Placeholders ?? []).Except(known, StringComparer.Ordinal))
                    fault("process", $"Mẫu '{letter.Template}' của quy trình '{process.Code}' dùng giá trị '{unknown}' mà không bước nào hỏi.{Spelling.Suggest(unknown, known)}");
        }
    }

    /// <summary>The notices of the process ask for nothing that a dossier can't give.</summary>
    public static void Notices(ProcessDefinition process, RuleSet all, RuleFaults faults)
    {
        if (process.Notices is not { } code || all.Find<NoticeBook>(code) is not { } notices) return;
        var book = all.Book<NoticeBook>(code)!;
        foreach (var notice in notices.Notices)
        {
            foreach (var unknown in notice.Placeholders.Except(NoticeValues.Names))
                faults.Add(book.Place($"notices.{notice.Id}"), $"Thư '{notice.Id}' dùng giá trị '{unknown}' mà hồ sơ không có.{Spelling.Suggest(unknown, NoticeValues.Names)}");
            foreach (var unknown in notice.SmsPlaceholders.Except(NoticeValues.SmsNames))
                faults.Add(book.Place($"notices.{notice.Id}.sms"), $"Tin nhắn '{notice.Id}' không được nêu '{unknown}': tin nhắn hiện trên màn hình khóa. Dùng {string.Join(", ", NoticeValues.SmsNames)}.");
        }
    }

    /// <summary>What the acts of its process ask for.</summary>
    public static IEnumerable<string> OfProcess(Procedure procedure, RuleSet all) =>
        all.Find<ProcessDefinition>(procedure.Process)?.Acts.SelectMany(a => a.Fields).Select(f => f.Key) ?? [];
}
