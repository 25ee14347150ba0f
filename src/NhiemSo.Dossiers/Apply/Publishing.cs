using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Registers.Books;

namespace NhiemSo.Dossiers.Apply;

/// <summary>What of an application anyone may read once it is granted: the register's public columns, and the paper itself where the register publishes it.</summary>
internal static class Publishing
{
    public static IReadOnlyList<FieldDefinition> Of(Procedure procedure, IEnumerable<FieldDefinition> fields, RuleSet rules)
    {
        if (procedure.Result.Register is not { } register || rules.Find<RegisterSchema>(register) is not { } schema) return [];
        var shown = schema.PublicColumns.Select(c => procedure.Result.Entry.GetValueOrDefault(c.Key)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (shown.Contains("$applicant")) shown.UnionWith(procedure.ApplicantFields.Name);
        if (schema.PublicFile && procedure.Result.Template is { } template) shown.UnionWith(rules.Find<PaperTemplate>(template)?.Placeholders ?? []);
        return [.. fields.Where(f => shown.Contains(f.Key))];
    }

    /// <summary>The sentence under the questions of one page.</summary>
    public static string Words(IReadOnlyList<FieldDefinition> published) => published.Count == 0
        ? "Thông tin ở trang này không được công khai."
        : $"Khi kết quả được cấp, Sở công khai: {string.Join("; ", published.Select(f => f.Label))}. Thông tin khác ở trang này không được công khai.";
}
