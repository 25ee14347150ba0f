using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Review;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;

namespace NhiemSo.Mandate.PutInForce;

/// <summary>Puts a decision in force: its provisions, duties and units become the directory's, in one act.</summary>
internal sealed class MandateImport(DepartmentDb db, Work work, AuditTrail audit, RuleShelf rules, SearchRebuild search, TimeProvider time) : IMandateImport
{
    internal const string DepartmentCode = "SO";

    public async Task<Outcome<IReadOnlyDictionary<string, Guid>>> PutInForceAsync(string rulesFolder, string code, Actor by, CancellationToken ct)
    {
        var file = Path.Combine(rulesFolder, "mandates", code, "decision.txt");
        if (!File.Exists(file)) return Problem.NotFound($"Không có văn bản {file}. Đặt văn bản của quyết định vào thư mục này.");
        if (rules.Today.All<MandateRule>().FirstOrDefault(m => m.Code == code) is not { } rule)
            return Problem.NotFound($"Bộ quy tắc chưa có mandates/{code}/mandate.yaml. Nạp bộ quy tắc trước.");
        var reading = Revised.Of(await File.ReadAllBytesAsync(file, ct), Path.GetFileName(file), rule.Corrections);
        if (!reading.Ok) return reading.Problem;
        var missing = rule.Duties.Except(reading.Value.Duties).Concat(reading.Value.Duties.Except(rule.Duties)).ToList();
        if (missing.Count > 0) return Problem.Invalid($"Văn bản và mandate.yaml khác nhau ở: {string.Join(", ", missing)}. Đọc lại và sửa mandate.yaml trước khi đưa vào thi hành.");
        var units = await work.ActAsync<IReadOnlyDictionary<string, Guid>>(c => InActAsync(rule, reading.Value, by, c), ct);
        if (units.Ok) await search.FollowSourcesAsync(ct);
        return units;
    }

    /// <summary>Inside an act that has published the book.</summary>
    internal async Task<Outcome<IReadOnlyDictionary<string, Guid>>> InActAsync(MandateRule rule, DecisionReading reading, Actor by, CancellationToken ct)
    {
        if (await db.Set<MandateDecision>().AnyAsync(m => m.Code == rule.Code, ct)) return Outcome.Of(await UnitsAsync(ct));
        if (await db.Set<MandateDecision>().FirstOrDefaultAsync(m => m.To == null, ct) is { } inForce)
            return Problem.WrongState($"Quyết định {inForce.Number} đang thi hành. Chưa đưa được quyết định thứ hai vào thi hành; bản đọc và các lần sửa vẫn được giữ.");
        var header = reading.Header;
        var decision = new MandateDecision
        {
            Code = rule.Code, Number = header.Number ?? rule.Code, Date = header.Date ?? rule.From, Title = header.Title ?? rule.Name, Issuer = header.Issuer ?? "",
            From = rule.From, Replaces = reading.Replaces.Count == 0 ? null : reading.Replaces[0].Number, ImportedBy = by.Name, ImportedAt = Microseconds.Trim(time.GetUtcNow().UtcDateTime),
        };
        db.Add(decision);
        var units = await AddUnitsAsync(rule, ct);
        var duties = reading.Duties.ToHashSet(StringComparer.Ordinal);
        foreach (var (node, order) in reading.Nodes.Select((n, i) => (n, i)))
            db.Add(new Provision
            {
                MandateId = decision.Id, Citation = node.Citation, Display = node.Display, Kind = node.Kind.ToString().ToLowerInvariant(), Label = node.Label, Heading = node.Heading,
                Text = node.Text ?? node.Heading ?? "", ParentCitation = node.Parent, Order = order, Line = node.Line, IsDuty = duties.Contains(node.Citation), UnitId = UnitOf(rule, units, node.Citation),
            });
        await audit.WriteAsync("installation", Guid.Empty, by, new AuditNote("dua-quyet-dinh-vao-thi-hanh", $"Đưa {decision.Number} vào thi hành: {rule.Units.Count} đơn vị, {duties.Count} nhiệm vụ"), ct);
        return Outcome.Of<IReadOnlyDictionary<string, Guid>>(units);
    }

    private async Task<Dictionary<string, Guid>> AddUnitsAsync(MandateRule rule, CancellationToken ct)
    {
        var root = await RootInActAsync(rule.From, ct);
        var units = new Dictionary<string, Guid>(StringComparer.Ordinal) { [DepartmentCode] = root.Id };
        foreach (var (unit, order) in rule.Units.Select((u, i) => (u, i)))
        {
            var row = new Platform.Organisation.Unit { Code = unit.Code, Name = unit.Name, ParentId = root.Id, Function = unit.Function, From = rule.From, Order = order + 1 };
            db.Add(row);
            units[unit.Code] = row.Id;
        }

        return units;
    }

    /// <summary>The department itself; an office set up before its decision was read has it already.</summary>
    internal async Task<Platform.Organisation.Unit> RootInActAsync(DateOnly from, CancellationToken ct)
    {
        if (await db.Set<Platform.Organisation.Unit>().FirstOrDefaultAsync(u => u.Code == DepartmentCode, ct) is { } there)
        {
            if (there.From > from) there.From = from;
            return there;
        }

        var root = new Platform.Organisation.Unit { Code = DepartmentCode, Name = rules.Today.All<OfficeRule>()[0].Name, From = from };
        db.Add(root);
        return root;
    }

    private static Guid? UnitOf(MandateRule rule, Dictionary<string, Guid> units, string citation) =>
        rule.Units.FirstOrDefault(u => citation == u.Chapter || citation.StartsWith(u.Chapter + ".", StringComparison.Ordinal)) is { } unit ? units[unit.Code] : null;

    private async Task<IReadOnlyDictionary<string, Guid>> UnitsAsync(CancellationToken ct) =>
        await db.Set<Platform.Organisation.Unit>().Where(u => u.To == null).ToDictionaryAsync(u => u.Code, u => u.Id, StringComparer.Ordinal, ct);
}
