using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;

namespace NhiemSo.Mandate.PutInForce;

/// <summary>Puts the first decision in force, so that its provisions, duties and units become the directory's in one act; a later one is planned.</summary>
internal sealed class MandateImport(DepartmentDb db, Work work, AuditTrail audit, RuleShelf rules, SearchRebuild search, SuccessionImport succession, TakenInView view, TimeProvider time) : IMandateImport
{
    internal const string DepartmentCode = "SO";

    public async Task<Outcome<IReadOnlyDictionary<string, Guid>>> PutInForceAsync(string rulesFolder, string code, Actor by, CancellationToken ct)
    {
        var decision = await ReviewedDecision.ReadAsync(rulesFolder, code, rules, ct);
        if (!decision.Ok) return decision.Problem;
        var units = await work.ActAsync<IReadOnlyDictionary<string, Guid>>(c => InActAsync(decision.Value, by, c), ct);
        if (units.Ok) await search.FollowSourcesAsync(ct);
        return units;
    }

    public async Task<Outcome<TakenIn>> TakeInAsync(string rulesFolder, string code, DateOnly? from, Actor by, CancellationToken ct)
    {
        // Perhaps from another file of it, whose book need not be that of the folder.
        if (await db.Set<MandateDecision>().AnyAsync(m => m.Code == code && m.To == null, ct)) return await view.OfAsync(code, ct);
        var decision = await ReviewedDecision.ReadAsync(rulesFolder, code, rules, ct);
        if (!decision.Ok) return decision.Problem;
        var taken = await work.ActAsync<TakenIn>(async c =>
        {
            var done = await FirstOrNextInActAsync(decision.Value, from, by, c);
            if (!done.Ok) return done.Problem;
            await db.SaveChangesAsync(c);
            return await view.OfAsync(code, c);
        }, ct);
        if (taken.Ok) await search.FollowSourcesAsync(ct);
        return taken;
    }

    /// <summary>Inside an act that has published the book: puts the decision in force when none is, else plans it.</summary>
    internal async Task<Outcome<Done>> FirstOrNextInActAsync(ReviewedDecision reviewed, DateOnly? from, Actor by, CancellationToken ct)
    {
        var inForce = await db.Set<MandateDecision>().FirstOrDefaultAsync(m => m.To == null && !m.Planned, ct);
        if (inForce is not null && inForce.Code != reviewed.Rule.Code) return (await succession.InActAsync(reviewed, from ?? reviewed.Rule.From, by, ct)).Problem is { } fault ? fault : Done.Yes;
        if (inForce is null && from is not null) return Problem.WrongState($"Chưa có quyết định nào đang thi hành nên chưa có gì để chuyển: {reviewed.Number} thi hành từ ngày ghi trong văn bản. Không ghi ngày chuyển rồi nạp lại.");
        return (await InActAsync(reviewed, by, ct)).Problem is { } problem ? problem : Done.Yes;
    }

    /// <summary>Inside an act that has published the book: puts it in force.</summary>
    internal async Task<Outcome<IReadOnlyDictionary<string, Guid>>> InActAsync(ReviewedDecision reviewed, Actor by, CancellationToken ct)
    {
        var rule = reviewed.Rule;
        if (await db.Set<MandateDecision>().AnyAsync(m => m.Code == rule.Code && !m.Planned, ct)) return Outcome.Of(await UnitsAsync(ct));
        if (await db.Set<MandateDecision>().FirstOrDefaultAsync(m => m.To == null && !m.Planned, ct) is { } inForce)
            return Problem.WrongState($"Quyết định {inForce.Number} đang thi hành. Nạp {reviewed.Number} làm quyết định kế tiếp (nhiemso mandate import {rule.Code}), rồi sắp xếp ở trang Chuyển sang quyết định mới.");
        var decision = reviewed.Decision(rule.From, by.Name, Microseconds.Trim(time.GetUtcNow().UtcDateTime), planned: false);
        db.Add(decision);
        var units = await AddUnitsAsync(rule, ct);
        db.AddRange(reviewed.Provisions(decision.Id, units));
        await audit.WriteAsync("installation", Guid.Empty, by, new AuditNote("dua-quyet-dinh-vao-thi-hanh", $"Đưa {decision.Number} vào thi hành: {rule.Units.Count} đơn vị, {rule.Duties.Count} nhiệm vụ"), ct);
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

    private async Task<IReadOnlyDictionary<string, Guid>> UnitsAsync(CancellationToken ct) =>
        await db.Set<Platform.Organisation.Unit>().Where(u => u.To == null).ToDictionaryAsync(u => u.Code, u => u.Id, StringComparer.Ordinal, ct);
}
