using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Process.Act;

/// <summary>An act with a page of its own, to which the general page of acts leads.</summary>
/// <param name="Path">What follows the dossier's address: a page (<c>/so-hoa</c>) or a place on it (<c>#y-kien</c>).</param>
/// <param name="Beside">Offered by its panel on the dossier's page, and not once more among the acts.</param>
internal sealed record OwnPage(string Act, string Path, bool Beside = true);

/// <summary>The door of an act's page.</summary>
internal static class ActDoor
{
    /// <summary>Why this reader can't begin the act on the dossier now; null when he can.</summary>
    public static Problem? Bar(this DossierFacts facts, string act)
    {
        if (facts.Process.Act(act) is not { ByStaff: true } definition) return Problem.NotFound("Quy trình của hồ sơ này không có bước đó.");
        if (!definition.From.Contains(facts.Matter.State))
            return Problem.WrongState($"Hồ sơ đang ở bước “{facts.Matter.StateName}”: việc “{definition.Name.TrimEnd('…')}” đã làm rồi, chưa đến lượt hoặc không còn làm được. Mở hồ sơ để xem việc cần làm bây giờ.");
        return facts.Acts.All(a => a.Id != act) ? Problem.Forbidden() : null;
    }
}
