using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Processes.Definitions;

namespace NhiemSo.Dossiers.Process;

/// <summary>Which paper a draft leads to, as stored.</summary>
internal static class ActOutcomeWords
{
    public static readonly string Granted = Of(ActOutcome.Granted);
    public static readonly string Refused = Of(ActOutcome.Refused);

    public static string Of(ActOutcome outcome) => outcome.ToString().ToLowerInvariant();

    public static ActOutcome? Read(string? stored) => Enum.TryParse<ActOutcome>(stored, ignoreCase: true, out var outcome) ? outcome : null;
}

/// <summary>
/// The draft of the result: what the applicant stated, as the officer lets it stand. Everything that the paper
/// takes from the form can be corrected here; the correction is kept with the dossier, not with the application.
/// </summary>
internal static class DraftResult
{
    /// <summary>The fields whose values the result carries: those that enter the register, and the number of the licence it changes.</summary>
    public static IReadOnlyList<FieldDefinition> Fields(Procedure procedure)
    {
        var carried = procedure.Result.Entry.Values.ToHashSet(StringComparer.Ordinal);
        if (procedure.Result.ActsOn is { } on) carried.UnionWith(new[] { on.Field, on.StateField }.OfType<string>());
        return [.. procedure.Fields.Where(f => carried.Contains(f.Key))];
    }

    /// <summary>What the page of an act asks for: its own fields, and for the result what the result carries.</summary>
    public static IReadOnlyList<FieldDefinition> Fields(ProcessAct act, Procedure procedure) =>
        act.Outcome == ActOutcome.Granted ? [.. act.Fields, .. Fields(procedure).Where(f => act.Fields.All(own => own.Key != f.Key))] : act.Fields;

    /// <summary>What is known so far: the draft as it stands, else what the applicant stated. A refusal's draft holds its reason only.</summary>
    public static IReadOnlyDictionary<string, object> Known(Dossier dossier) =>
        Json.Values(dossier.Draft is null || dossier.DraftOutcome == ActOutcomeWords.Refused ? dossier.Data : dossier.Draft);

    /// <summary>The same as text for the page; what the office filled in at the appraisal need not be typed again.</summary>
    public static IReadOnlyDictionary<string, string> Typed(ProcessAct act, Procedure procedure, Dossier dossier)
    {
        var values = Json.Values(dossier.Appraisal).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in Known(dossier)) values[key] = value;
        return Fields(act, procedure).ToDictionary(f => f.Key, f => f.Type == FieldType.Choice ? values.GetValueOrDefault(f.Key)?.ToString() ?? "" : FormInput.Show(f, values.GetValueOrDefault(f.Key)), StringComparer.Ordinal);
    }

    /// <summary>Reads what the officer typed over everything that is known.</summary>
    public static FormReading Read(ProcessAct act, Procedure procedure, Dossier dossier, IReadOnlyDictionary<string, string> typed)
    {
        var fields = Fields(act, procedure);
        var reading = FormInput.Read(fields, fields.ToDictionary(f => f.Key, f => typed.GetValueOrDefault(f.Key) ?? "", StringComparer.Ordinal));
        var values = Known(dossier).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var field in fields) values.Remove(field.Key);
        foreach (var (key, value) in reading.Values) values[key] = value;
        return reading with { Values = values };
    }
}
