using System.Globalization;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process;

/// <summary>A step that only records: its fields and its file, as the process table asks for them.</summary>
internal sealed class RecordWork(DossierActs acts, FileStore store, MatterFiles files)
{
    /// <summary>How the purpose of such a file begins.</summary>
    public const string Purpose = "act:";

    /// <summary>What was typed stands in the history, and later drafts may use it.</summary>
    public async Task<Outcome<Matter>> TakeAsync(DossierAct request, ProcessAct definition, ActInput input, CancellationToken ct)
    {
        Stored? kept = null;
        if (definition.Asks(ActNeed.File))
        {
            var stored = await store.PutUploadAsync(input.File, AnswerWork.FileField, ct);
            if (!stored.Ok) return stored.Problem;
            kept = stored.Value;
        }

        return await acts.TakeAsync(request, async (act, dossier, _, c) =>
        {
            if (TooEarly(act, dossier) is { } problem) return problem;
            var reading = FormInput.Read(act.Act.Fields, input.Fields, Vietnam.Day(act.Now));
            if (reading.Faults.Count > 0) return Problem.Invalid("Còn chỗ cần sửa.", [.. reading.Faults]);
            foreach (var field in act.Act.Fields.Where(f => reading.Values.ContainsKey(f.Key))) act.Changes.Add(new Change(field.Label, null, FormInput.Show(field, reading.Values[field.Key])));
            if (act.Act.Fields.Count > 0) Keep(dossier, reading.Values);
            // What the applicant was asked for is answered once the office goes on.
            if (act.Process.State(act.StateBefore) is { Turn: Role.Applicant }) dossier.Request = null;
            if (kept is null) return Done.Yes;
            await files.AttachAsync(kept, dossier.Id, Purpose + act.Act.Id, act.Actor.Name, c);
            act.Evidence.Add(kept.Hash);
            act.Text = $"{act.Act.Name.TrimEnd('…')}: {kept.Name}";
            return Done.Yes;
        }, ct);
    }

    private static Problem? TooEarly(ActScope act, Dossier dossier)
    {
        if (act.Act.NotBefore is not { } field || DraftResult.Known(dossier).GetValueOrDefault(field) is not string said) return null;
        var day = DateOnly.ParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Vietnam.Day(act.Now) > day ? null : Problem.WrongState($"Hạn đã báo là hết ngày {day:dd/MM/yyyy}; qua ngày đó mới “{act.Act.Name.TrimEnd('…')}” được.");
    }

    /// <summary>Beside what was stated at the opening; a draft that was begun keeps them too.</summary>
    private static void Keep(Dossier dossier, IReadOnlyDictionary<string, object> values)
    {
        dossier.Data = Merged(dossier.Data, values);
        if (dossier.Draft is not null && dossier.DraftOutcome != ActOutcomeWords.Refused) dossier.Draft = Merged(dossier.Draft, values);
    }

    private static string Merged(string json, IReadOnlyDictionary<string, object> values)
    {
        var all = Json.Values(json).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in values) all[key] = value;
        return Json.Write(all);
    }
}
