using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Mandate.Reading;

/// <summary>What the mandates among the rule books give to the department, for books that cite a duty.</summary>
public static class MandatedDuties
{
    /// <summary>
    /// Why <paramref name="citation"/> can't be cited; null when it can, or when no mandate is loaded. Asked for the day on which the citing
    /// book begins: what began under one mandate isn't at fault when the next one numbers its duties anew.
    /// </summary>
    public static string? Fault(string citation, RuleBook citing, RuleSet rules)
    {
        var mandates = rules.All<MandateRule>();
        if (rules.Date != citing.From || mandates.Count == 0 || mandates.Any(m => m.Duties.Contains(citation, StringComparer.Ordinal))) return null;
        return $"Quyết định của Sở không giao nhiệm vụ '{citation}'. Xem số của từng nhiệm vụ ở trang Cơ cấu, nhiệm vụ.";
    }
}
