using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate;

/// <summary>A unit that a decision makes.</summary>
public sealed record TakenInUnit(string Code, string Name);

/// <summary>A decision taken in.</summary>
/// <param name="Code">Code of its rule book, e.g. <c>qd-55-2024</c>.</param>
/// <param name="From">First day in force.</param>
/// <param name="Planned">It follows the one in force and nothing has moved; else it is in force.</param>
public sealed record TakenIn(Guid Id, string Code, string Number, DateOnly From, bool Planned, IReadOnlyList<TakenInUnit> Units);

/// <summary>Takes in a read and reviewed decision: the first is put in force, a later one is planned and taken over to on its day.</summary>
public interface IMandateImport
{
    /// <summary>
    /// Fills provisions, duties and units from the mandate's rule book and its decision text, by a named person.
    /// Answers the units by code; the department itself is <c>SO</c>. Already in force: nothing changes, the units are answered.
    /// </summary>
    Task<Outcome<IReadOnlyDictionary<string, Guid>>> PutInForceAsync(string rulesFolder, string code, Actor by, CancellationToken ct);

    /// <summary>
    /// Takes in the decision of a rules folder: puts it in force when none is, else plans it as the next one, and nothing moves before its day.
    /// In force or planned already: nothing changes.
    /// </summary>
    /// <param name="from">First day in force of a decision that follows; the decision's own when null.</param>
    Task<Outcome<TakenIn>> TakeInAsync(string rulesFolder, string code, DateOnly? from, Actor by, CancellationToken ct);
}
