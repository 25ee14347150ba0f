using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Rectify;

/// <summary>What was typed wrong is put right, with a reason; old and new stand in the history, and the applicant is told.</summary>
internal sealed class CorrectWork(DossierActs acts)
{
    public const string Act = "sua-thong-tin";

    public static IEnumerable<FieldDefinition> Fields(Procedure procedure) => procedure.Groups.SelectMany(g => g.Fields);

    public Task<Outcome<Matter>> TakeAsync(DossierAct request, IReadOnlyDictionary<string, string> typed, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = Act }, (act, dossier, procedure, _) => Task.FromResult(Correct(act, dossier, procedure, typed)), ct);

    private static Outcome<Done> Correct(ActScope act, Dossier dossier, Procedure procedure, IReadOnlyDictionary<string, string> typed)
    {
        var fields = Fields(procedure).ToList();
        var reading = FormInput.Read(fields, typed, Vietnam.Day(act.Now));
        if (reading.Faults.Count > 0) return Problem.Invalid("Còn chỗ cần sửa.", [.. reading.Faults]);
        var phone = Phone.Read(typed.GetValueOrDefault(procedure.ApplicantFields.Phone) ?? "", procedure.ApplicantFields.Phone);
        if (!phone.Ok) return phone.Problem;
        var before = Json.Values(dossier.Data);
        var changed = fields.Where(f => FormInput.Show(f, before.GetValueOrDefault(f.Key)) != FormInput.Show(f, reading.Values.GetValueOrDefault(f.Key))).ToList();
        if (changed.Count == 0) return Problem.Invalid("Chưa có thông tin nào được sửa.");
        foreach (var field in changed)
            act.Changes.Add(new Change(field.Label, Said(field, before), Said(field, reading.Values), field.Personal));
        dossier.Data = With(dossier.Data, changed, reading.Values);
        // A draft that was begun takes over what is put right.
        if (dossier.Draft is not null && dossier.DraftOutcome != ActOutcomeWords.Refused) dossier.Draft = With(dossier.Draft, changed, reading.Values);
        string? Text(string? key) => key is null ? null : reading.Values.GetValueOrDefault(key) as string;
        var who = procedure.ApplicantFields;
        (dossier.ApplicantName, dossier.Email, dossier.Address) = (who.Name.Select(Text).First(n => n is not null)!, Text(who.Email), Text(who.Address));
        (dossier.Phone, dossier.PhoneLast4, act.Matter.PartyName) = (phone.Value, phone.Value[^4..], dossier.ApplicantName);
        act.Text = $"Sửa thông tin: {string.Join(", ", changed.Select(f => f.Label))}";
        return Done.Yes;
    }

    private static string? Said(FieldDefinition field, IReadOnlyDictionary<string, object> values) => values.TryGetValue(field.Key, out var value) ? FormInput.Show(field, value) : null;

    private static string With(string json, IEnumerable<FieldDefinition> changed, IReadOnlyDictionary<string, object> values)
    {
        var all = Json.Values(json).ToDictionary(StringComparer.Ordinal);
        foreach (var field in changed)
            if (values.TryGetValue(field.Key, out var value)) all[field.Key] = value;
            else all.Remove(field.Key);
        return Json.Write(all);
    }
}
