using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Dossiers.Books;

/// <summary>Whether a procedure may be offered to citizens: not before every doubtful fact is confirmed by name.</summary>
internal static class Publication
{
    /// <summary>Why it may not, one sentence per reason; empty when it may.</summary>
    public static IReadOnlyList<string> Blocks(Procedure procedure, RuleBook book, IEnumerable<RuleConfirmation> confirmations)
    {
        var blocks = new List<string>();
        if (book.Draft) blocks.Add("Thủ tục còn là bản nháp.");
        if (procedure.TimeLimit is null && procedure.NeedsLimit) blocks.Add("Chưa biết thời hạn giải quyết.");
        if (!procedure.OpenedByOffice && procedure.Fees is null || procedure.Fees is not null && procedure.Fees.Any(f => f.AmountVnd is null)) blocks.Add("Chưa biết mức phí, lệ phí.");
        blocks.AddRange(DoubtfulFacts.In(book, confirmations).Select(f => $"Cần đối chiếu và xác nhận '{f.Path}': {f.Words}."));
        return blocks;
    }
}
