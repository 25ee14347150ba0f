using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.PutInForce;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;
using Unit = NhiemSo.Platform.Organisation.Unit;

namespace NhiemSo.Mandate.Succession.Planning;

/// <summary>Takes in the decision that follows the one in force. Nothing moves; what is certain about its duties and units is arranged at once.</summary>
internal sealed class SuccessionImport(DepartmentDb db, AuditTrail audit, TimeProvider time)
{
    /// <summary>Inside an act that has published the book.</summary>
    public async Task<Outcome<Guid>> InActAsync(ReviewedDecision reviewed, DateOnly from, Actor by, CancellationToken ct)
    {
        var known = await db.Set<MandateDecision>().OrderBy(m => m.From).ToListAsync(ct);
        if (known.Find(m => m.Code == reviewed.Rule.Code) is { } same) return same.Planned ? same.Id : Problem.WrongState($"Quyết định {same.Number} {(same.To is null ? "đang" : "đã")} thi hành từ {same.From:dd/MM/yyyy}.");
        if (known.Find(m => m.Planned) is { } planned) return Problem.WrongState($"Đang chuẩn bị chuyển sang Quyết định {planned.Number} từ {planned.From:dd/MM/yyyy}. Chuyển xong, hoặc rút lại quyết định ấy ở trang Chuyển sang quyết định mới, rồi mới nạp quyết định khác.");
        if (known.LastOrDefault() is not { } inForce) return Problem.WrongState("Chưa có quyết định nào đang thi hành nên chưa có gì để chuyển. Đưa quyết định này vào thi hành luôn, không ghi ngày chuyển.");
        if (await db.Set<MandateSuccession>().AnyAsync(s => s.State == SuccessionState.Running, ct)) return Problem.WrongState($"Công việc đang chuyển sang Quyết định {inForce.Number}. Chờ chuyển xong rồi nạp.");
        if (from <= inForce.From) return Problem.Field("from", $"Ngày có hiệu lực phải sau ngày {inForce.From:dd/MM/yyyy}, là ngày Quyết định {inForce.Number} có hiệu lực.");
        if (from < reviewed.Rule.From) return Problem.Field("from", $"Quyết định {reviewed.Number} chỉ có hiệu lực từ {reviewed.Rule.From:dd/MM/yyyy}.");

        var now = Microseconds.Trim(time.UtcNow());
        var decision = reviewed.Decision(from, by.Name, now, planned: true);
        db.AddRange(decision, new MandateSuccession { MandateId = decision.Id, OldId = inForce.Id });
        var there = await db.Set<Unit>().AsNoTracking().Where(u => u.To == null && u.ParentId != null).OrderBy(u => u.Order).ToListAsync(ct);
        var units = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (unit, order) in reviewed.Rule.Units.Select((u, i) => (u, i)))
        {
            // The same name and code: the same unit goes on. A new name is a new unit, so that the old one's papers keep theirs.
            var goesOn = there.Find(u => u.Code == unit.Code && Fold.Text(u.Name) == Fold.Text(unit.Name));
            units[unit.Code] = goesOn?.Id ?? Guid.CreateVersion7();
            db.Add(new PlannedUnit { Id = units[unit.Code], MandateId = decision.Id, Code = unit.Code, Name = unit.Name, Function = unit.Function, Order = order + 1 });
            if (goesOn is not null) db.Add(new UnitMapping { MandateId = decision.Id, OldId = goesOn.Id, NewId = goesOn.Id, IsDefault = true, WindsUp = false, By = Actor.System.Name, At = now });
        }

        var provisions = reviewed.Provisions(decision.Id, units);
        db.AddRange(provisions);
        var certain = await ArrangeAsync(decision.Id, inForce.Id, [.. provisions.Where(p => p.IsDuty && p.UnitId is not null).Select(p => new PlanDuty(p.Id, p.Citation, p.Text, p.UnitId!.Value))], now, ct);
        await audit.WriteAsync("mandate", decision.Id, by, new AuditNote("nap-quyet-dinh-ke-tiep", $"Nạp Quyết định {decision.Number}, sẽ thi hành từ {from:dd/MM/yyyy} thay Quyết định {inForce.Number}: {units.Count} đơn vị, {reviewed.Rule.Duties.Count} nhiệm vụ; {certain} nhiệm vụ chắc chắn đã được xếp sẵn"), ct);
        return decision.Id;
    }

    private async Task<int> ArrangeAsync(Guid mandateId, Guid oldId, IReadOnlyList<PlanDuty> next, DateTime now, CancellationToken ct)
    {
        var old = await db.Set<Provision>().AsNoTracking().Where(p => p.MandateId == oldId && p.IsDuty && p.UnitId != null).OrderBy(p => p.Order).Select(p => new PlanDuty(p.Id, p.Citation, p.Text, p.UnitId!.Value)).ToListAsync(ct);
        var suggestions = new Suggestions(old, next);
        var certain = old.Select(o => (Old: o, New: suggestions.Certain(o))).Where(x => x.New is not null).ToList();
        db.AddRange(certain.Select(x => new DutyMapping { MandateId = mandateId, OldId = x.Old.Id, NewId = x.New!.Id, IsDefault = true, By = Actor.System.Name, At = now }));
        return certain.Count;
    }
}
