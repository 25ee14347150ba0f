using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The body that a whole text is about, when the text describes no units one by one.</summary>
internal static class OneBody
{
    public static Unit? Of(Branch trunk, string? title, IReadOnlySet<Branch> duties)
    {
        var named = Subject(title);
        var function = Units.FunctionOf(trunk) ?? (named is null ? null : Introduction(trunk, named, duties));
        var subject = named ?? (title is null && function is not null ? Introduced(function) : null);
        if (subject is null) return null;
        var place = function ?? (Citations.Walk(trunk).Any(duties.Contains) ? Citations.Walk(trunk).FirstOrDefault(b => b.Token.Style is Style.Article or Style.Roman or Style.Clause) : null);
        if (place is null) return null;
        var positions = Units.PositionsOf(trunk, duties);
        return new Unit(subject, place.Citation, function is null ? null : Units.Words(function), positions.Count > 0 ? positions : PositionsSaid(trunk, duties));
    }

    /// <summary>"... của Sở Nội vụ tỉnh X": the unit named last in the title.</summary>
    private static string? Subject(string? title)
    {
        if (title is null) return null;
        for (var of = title.IndexOf(" của ", StringComparison.OrdinalIgnoreCase); of >= 0; of = title.IndexOf(" của ", of + 1, StringComparison.OrdinalIgnoreCase))
        {
            var name = title[(of + 5)..].TrimEnd('.', ' ');
            if (UnitNames.IsName(name)) return name;
        }

        // "Về việc thành lập Phòng Dân tộc huyện X".
        var founded = title.IndexOf("thành lập ", StringComparison.OrdinalIgnoreCase);
        return founded >= 0 && title[(founded + "thành lập ".Length)..].TrimEnd('.', ' ') is var unit && UnitNames.IsName(unit) ? unit : null;
    }

    /// <summary>Older decisions give the function no heading: "Vụ Bưu chính là đơn vị ... có chức năng tham mưu".</summary>
    private static Branch? Introduction(Branch trunk, string subject, IReadOnlySet<Branch> duties) =>
        Citations.Walk(trunk).FirstOrDefault(b => !duties.Contains(b) && b.Text is { } text && text.IndexOf(" là ", StringComparison.Ordinal) is > 0 and < 120 and var verb
            && subject.StartsWith(text[..verb].Split('(')[0].TrimEnd(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Without a title the function's own first words name the body: "Chi cục Văn thư - Lưu trữ là tổ chức trực thuộc ...".</summary>
    private static string? Introduced(Branch function)
    {
        var said = Units.Words(function);
        var verb = said?.IndexOf(" là ", StringComparison.Ordinal) ?? -1;
        var name = verb is > 0 and < 120 ? said![..verb].Split('(')[0].TrimEnd() : null;
        return name is not null && UnitNames.IsName(name) ? name : null;
    }

    /// <summary>Where no heading speaks of organisation: "Ban Điều hành Quỹ gồm Giám đốc, 01 Phó Giám đốc".</summary>
    private static List<string> PositionsSaid(Branch trunk, IReadOnlySet<Branch> duties) =>
        Citations.Walk(trunk).Where(b => !duties.Contains(b)).Select(b => b.Text).OfType<string>().Where(t => t.Contains(" gồm ", StringComparison.Ordinal) || t.Contains(" có ", StringComparison.Ordinal))
            .Select(t => Positions.In([t])).FirstOrDefault(p => p.Count > 1) ?? [];
}
