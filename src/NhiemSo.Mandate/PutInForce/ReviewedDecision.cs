using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Review;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Mandate.PutInForce;

/// <summary>A decision's text with the rule book somebody made of it after reading it over: both name the same duties.</summary>
internal sealed record ReviewedDecision(MandateRule Rule, DecisionReading Reading)
{
    public string Number => Reading.Header.Number ?? Rule.Code;

    /// <summary>From <c>mandates/CODE</c> of the rules folder; the book must have been imported.</summary>
    public static async Task<Outcome<ReviewedDecision>> ReadAsync(string rulesFolder, string code, RuleShelf rules, CancellationToken ct)
    {
        var file = Path.Combine(rulesFolder, "mandates", code, "decision.txt");
        if (!File.Exists(file)) return Problem.NotFound($"Không có văn bản {file}. Đặt văn bản của quyết định vào thư mục này.");
        // A decision that follows takes effect only later.
        if (rules.At(DateOnly.MaxValue).All<MandateRule>().FirstOrDefault(m => m.Code == code) is not { } rule)
            return Problem.NotFound($"Bộ quy tắc chưa có mandates/{code}/mandate.yaml. Nạp bộ quy tắc trước.");
        var reading = Revised.Of(await File.ReadAllBytesAsync(file, ct), Path.GetFileName(file), rule.Corrections);
        if (!reading.Ok) return reading.Problem;
        var missing = rule.Duties.Except(reading.Value.Duties).Concat(reading.Value.Duties.Except(rule.Duties)).ToList();
        if (missing.Count > 0) return Problem.Invalid($"Văn bản và mandate.yaml khác nhau ở: {string.Join(", ", missing)}. Đọc lại và sửa mandate.yaml trước khi đưa vào thi hành.");
        return new ReviewedDecision(rule, reading.Value);
    }

    public Model.MandateDecision Decision(DateOnly from, string by, DateTime at, bool planned) => new()
    {
        Code = Rule.Code, Number = Number, Date = Reading.Header.Date ?? Rule.From, Title = Reading.Header.Title ?? Rule.Name, Issuer = Reading.Header.Issuer ?? "",
        From = from, Planned = planned, Replaces = Reading.Replaces.Count == 0 ? null : Reading.Replaces[0].Number, ImportedBy = by, ImportedAt = at,
    };

    /// <summary>Every provision as a row, each with the unit in whose chapter it stands.</summary>
    public IReadOnlyList<Model.Provision> Provisions(Guid mandateId, IReadOnlyDictionary<string, Guid> units)
    {
        var duties = Reading.Duties.ToHashSet(StringComparer.Ordinal);
        return [.. Reading.Nodes.Select((node, order) => new Model.Provision
        {
            MandateId = mandateId, Citation = node.Citation, Display = node.Display, Kind = node.Kind.ToString().ToLowerInvariant(), Label = node.Label, Heading = node.Heading,
            Text = node.Text ?? node.Heading ?? "", ParentCitation = node.Parent, Order = order, Line = node.Line, IsDuty = duties.Contains(node.Citation), UnitId = UnitOf(units, node.Citation),
        })];
    }

    private Guid? UnitOf(IReadOnlyDictionary<string, Guid> units, string citation) =>
        Rule.Units.FirstOrDefault(u => citation == u.Chapter || citation.StartsWith(u.Chapter + ".", StringComparison.Ordinal)) is { } unit ? units[unit.Code] : null;
}
