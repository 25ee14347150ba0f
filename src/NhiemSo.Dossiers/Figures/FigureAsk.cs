using Microsoft.AspNetCore.Http.Extensions;
using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Figures;

/// <summary>What the address of a page of figures asks for.</summary>
internal sealed class FigureAsk
{
    /// <summary>Key of the period.</summary>
    public string? Ky { get; set; }

    public DateOnly? Tu { get; set; }

    public DateOnly? Den { get; set; }

    /// <summary>Field of administration.</summary>
    public string? LinhVuc { get; set; }

    public string? ThuTuc { get; set; }

    public Guid? DonVi { get; set; }

    /// <summary>The same with other values, as a query string.</summary>
    public string Query(string? figure = null, string? field = null, string? procedure = null, string? after = null)
    {
        var query = new QueryBuilder();
        Add("so", figure);
        Add("ky", Ky);
        Add("tu", Ky == ReportPeriod.FromTo && Tu is { } from ? Wording.Date(from) : null);
        Add("den", Ky == ReportPeriod.FromTo && Den is { } to ? Wording.Date(to) : null);
        Add("linhVuc", field ?? LinhVuc);
        Add("thuTuc", procedure ?? ThuTuc);
        Add("donVi", DonVi?.ToString());
        Add("sau", after);
        return query.ToString();

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query.Add(key, value);
        }
    }
}

/// <summary>Fields of administration and their procedures on a day, and what an address asks for in these terms.</summary>
internal sealed class FigureBooks(RuleShelf rules, TimeProvider time)
{
    public const string Form = "bieu-ii-06a", Evaluation = "danh-gia-tt01-2018", Index = "bo-chi-so-766";

    /// <summary>Of dossiers whose procedure is in no book any more.</summary>
    public const string Other = "Lĩnh vực khác";

    public QuarterCutoff Cutoff => rules.At(time.Today()).Get<ReportRule>(Form).Form!.Cutoff;

    public IReadOnlyList<Procedure> Procedures => [.. rules.At(time.Today()).All<Procedure>().Where(p => !p.OpenedByOffice).OrderBy(p => SortKey.Of(p.Name), StringComparer.Ordinal)];

    public IReadOnlyList<ProcedureField> Fields =>
        [.. Procedures.GroupBy(NameOf, StringComparer.Ordinal).Select(g => new ProcedureField(g.Key, [.. g.Select(p => p.Code)])).OrderBy(f => SortKey.Of(f.Name), StringComparer.Ordinal)];

    /// <summary>Rows of a table by field: every field, and one for what is in none.</summary>
    public IReadOnlyList<(ProcedureField Field, IReadOnlyList<Bucket> Buckets)> ByField(IReadOnlyList<Bucket> buckets)
    {
        var fields = Fields;
        var rows = fields.Select(f => (f, (IReadOnlyList<Bucket>)[.. buckets.Where(b => f.Procedures.Contains(b.Procedure))])).ToList();
        var rest = buckets.Where(b => fields.All(f => !f.Procedures.Contains(b.Procedure))).ToList();
        return rest.Count == 0 ? rows : [.. rows, (new ProcedureField(Other, [.. rest.Select(b => b.Procedure).Distinct()]), rest)];
    }

    public static string NameOf(Procedure procedure) => procedure.FieldName ?? procedure.Field;

    public Outcome<FigureScope> Read(FigureAsk ask)
    {
        var period = ReportPeriod.Read(ask.Ky, ask.Tu, ask.Den, time.Today(), Cutoff);
        if (!period.Ok) return period.Problem;
        IReadOnlyList<string>? procedures = !string.IsNullOrEmpty(ask.ThuTuc) ? [ask.ThuTuc] : string.IsNullOrEmpty(ask.LinhVuc) ? null : Fields.FirstOrDefault(f => f.Name == ask.LinhVuc)?.Procedures ?? [];
        return new FigureScope(period.Value, procedures, ask.DonVi);
    }
}

/// <param name="Procedures">Codes.</param>
internal sealed record ProcedureField(string Name, IReadOnlyList<string> Procedures);
