using NhiemSo.Mandate.Succession.Model;

namespace NhiemSo.Mandate.Succession.Planning;

/// <summary>What became of a duty or a unit from one decision to the next.</summary>
internal enum Fate
{
    /// <summary>Nobody has said yet.</summary>
    Open,
    Same,
    Moved,
    Reworded,
    Renamed,
    Merged,
    Split,
    Dropped,
    New,
}

/// <summary>The difference read off the mappings; pure.</summary>
internal static class Difference
{
    public static Fate Of(Plan plan, PlanDuty old, Suggestions likeness)
    {
        var to = plan.Of(old);
        if (to.Count == 0) return Fate.Open;
        if (to[0].NewId is null) return Fate.Dropped;
        if (to.Count > 1) return Fate.Split;
        var @new = plan.Duty(to[0].NewId!.Value);
        if (plan.Before(@new).Count > 1) return Fate.Merged;
        if (plan.Following(old.UnitId) is { } following && following != @new.UnitId) return Fate.Moved;
        return likeness.Between(old, @new) >= Suggestions.Verbatim ? Fate.Same : Fate.Reworded;
    }

    public static Fate Of(Plan plan, PlanUnit old)
    {
        var to = plan.Of(old);
        if (to.Count == 0) return Fate.Open;
        if (to[0].WindsUp) return Fate.Dropped;
        if (to.Count > 1) return Fate.Split;
        var @new = plan.NewUnits.First(u => u.Id == to[0].NewId);
        return plan.Before(@new).Count > 1 ? Fate.Merged : @new.Id == old.Id ? Fate.Same : Fate.Renamed;
    }

    public static string Words(Fate change) => change switch
    {
        Fate.Open => "chưa sắp xếp",
        Fate.Same => "giữ nguyên",
        Fate.Moved => "chuyển đơn vị",
        Fate.Reworded => "sửa lời",
        Fate.Renamed => "đổi tên",
        Fate.Merged => "nhập",
        Fate.Split => "tách",
        Fate.Dropped => "bỏ",
        _ => "mới",
    };
}
