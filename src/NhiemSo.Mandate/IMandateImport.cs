using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate;

/// <summary>Takes in a read and reviewed decision: the first is put in force, a later one is planned and taken over to on its day.</summary>
public interface IMandateImport
{
    /// <summary>
    /// Fills provisions, duties and units from the mandate's rule book and its decision text, by a named person.
    /// Answers the units by code; the department itself is <c>SO</c>. Already in force: nothing changes, the units are answered.
    /// </summary>
    Task<Outcome<IReadOnlyDictionary<string, Guid>>> PutInForceAsync(string rulesFolder, string code, Actor by, CancellationToken ct);

    /// <summary>
    /// Takes a decision in as the one that follows the one in force: nothing moves before its day. Answers its id; planned already: nothing changes.
    /// </summary>
    /// <param name="from">First day in force; the decision's own when null.</param>
    Task<Outcome<Guid>> PlanAsync(string rulesFolder, string code, DateOnly? from, Actor by, CancellationToken ct);
}
