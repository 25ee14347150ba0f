using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate;

/// <summary>Puts a read and reviewed decision in force.</summary>
public interface IMandateImport
{
    /// <summary>
    /// Fills provisions, duties and units from the mandate's rule book and its decision text, by a named person.
    /// Answers the units by code; the department itself is <c>SO</c>. Already in force: nothing changes, the units are answered.
    /// </summary>
    Task<Outcome<IReadOnlyDictionary<string, Guid>>> PutInForceAsync(string rulesFolder, string code, Actor by, CancellationToken ct);
}
