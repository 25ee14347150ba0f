using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The duties: leaves whose nearest announced topic is "Nhiệm vụ và quyền hạn" in one of its wordings.</summary>
internal static class Duties
{
    public static IReadOnlyList<Branch> Of(Branch trunk)
    {
        var duties = new List<Branch>();
        var topics = new Dictionary<Branch, (Topic Topic, bool Locked)> { [trunk] = (Topic.None, false) };
        foreach (var branch in Citations.Walk(trunk))
        {
            var above = topics[branch.Parent!];
            var own = above.Locked ? Topic.None : Topics.Of(branch);
            var topic = own == Topic.None ? above.Topic : own;

            // "Phòng Kho quỹ: 1. Tham mưu ... các nhiệm vụ sau: ... 2. Công tác văn thư": where one provision announces a unit's duties, those beside it are duties too.
            if (topic == Topic.None && UnitNames.Of(branch) is not null && branch.Children.Exists(c => c.Heading is null && Topics.Of(c) == Topic.Duties)) topic = Topic.Duties;
            topics[branch] = (topic, above.Locked || Topics.Locks(branch));

            // A heading with nothing below it announces duties but states none.
            if (topic == Topic.Duties && branch.Children.Count == 0 && (branch.Text ?? (own == Topic.None ? branch.Heading : null)) is not null) duties.Add(branch);
        }

        return duties;
    }
}
