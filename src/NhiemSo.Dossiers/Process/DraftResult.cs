using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Forms;

namespace NhiemSo.Dossiers.Process;

/// <summary>Which result a draft leads to, as stored.</summary>
internal static class ActOutcomeWords
{
    public const string Granted = "granted";
    public const string Refused = "refused";
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
        if (procedure.Result.ActsOn is { } on) carried.Add(on.Field);
        return [.. procedure.Fields.Where(f => carried.Contains(f.Key))];
    }

    /// <summary>The draft as it stands, else what the applicant stated, as text for the page.</summary>
    public static IReadOnlyDictionary<string, string> Typed(Procedure procedure, Dossier dossier)
    {
        var values = Json.Values(dossier.DraftOutcome == ActOutcomeWords.Granted ? dossier.Draft : dossier.Data);
        return Fields(procedure).ToDictionary(f => f.Key, f => f.Type == FieldType.Choice ? values.GetValueOrDefault(f.Key)?.ToString() ?? "" : FormInput.Show(f, values.GetValueOrDefault(f.Key)), StringComparer.Ordinal);
    }

    /// <summary>Reads what the officer typed over everything the applicant stated.</summary>
    public static FormReading Read(Procedure procedure, Dossier dossier, IReadOnlyDictionary<string, string> typed)
    {
        var fields = Fields(procedure);
        var reading = FormInput.Read(fields, fields.ToDictionary(f => f.Key, f => typed.GetValueOrDefault(f.Key) ?? "", StringComparer.Ordinal));
        var values = Json.Values(dossier.Data).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var field in fields) values.Remove(field.Key);
        foreach (var (key, value) in reading.Values) values[key] = value;
        return reading with { Values = values };
    }
}
