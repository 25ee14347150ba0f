using NhiemSo.Platform.Authority;

namespace NhiemSo.Platform.Evidence;

/// <summary>What one source shows for one duty: counts of what people did, and where to see it.</summary>
/// <param name="Source">In words: "Hồ sơ một cửa", "Sổ giấy phép xuất bản tài liệu không kinh doanh".</param>
/// <param name="Href">The list behind the counts.</param>
/// <param name="Open">Not finished; null where the word makes no sense.</param>
/// <param name="Late">Open and past due.</param>
/// <param name="DoneThisYear">Finished since 1 January.</param>
/// <param name="Latest">Last event.</param>
public sealed record EvidenceRow(string Source, string Href, int? Open, int? Late, int DoneThisYear, DateTime? Latest);

/// <summary>A rule book bound to a duty: a procedure, a register, a report.</summary>
public sealed record BoundBook(string Kind, string Code, string Name, string? Href);

/// <summary>A duty as the rule books written in a stretch of days cite it: the same citation of another decision is another duty.</summary>
/// <param name="From">First day of the decision it stands in; the first decision's duties are also meant by older books.</param>
/// <param name="To">Last day of that decision; null while none follows it.</param>
public sealed record CitedDuty(string Citation, DateOnly From, DateOnly? To)
{
    /// <summary>Whether a book in effect from <paramref name="written"/> that cites <paramref name="citation"/> means this duty.</summary>
    public bool IsMeantBy(string citation, DateOnly written) => citation == Citation && written >= From && (To is null || written <= To);
}

/// <summary>Asked of every room by the duty page, the mandate map and the API. Only what the reader may see is counted.</summary>
public interface IDutyEvidence
{
    /// <summary>Evidence per duty id; a duty without work is absent.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<EvidenceRow>>> OfAsync(IReadOnlyCollection<Guid> duties, Reader reader, CancellationToken ct);

    /// <summary>Rule books bound to a duty by its citation.</summary>
    IReadOnlyList<BoundBook> BooksOf(CitedDuty duty, DateOnly day);
}
