using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Registers;

/// <summary>A licence to enter.</summary>
/// <param name="Register">Code of the register's rule book.</param>
/// <param name="Data">Values of the columns by key.</param>
public sealed record NewEntry(
    string Register, string Number, Guid? HolderId, string HolderName, DateOnly From, DateOnly? To,
    IReadOnlyDictionary<string, object?> Data, Guid DocumentId);

/// <summary>What other rooms may know of an entry.</summary>
public sealed record EntryFacts(Guid Id, string Register, string Number, string HolderName, string State, DateOnly From, DateOnly? To, Guid DocumentId);

/// <summary>The registers' public face.</summary>
public interface IRegisterBook
{
    /// <summary>Enters a licence, inside the caller's act.</summary>
    Task<EntryFacts> EnterAsync(Matter matter, NewEntry entry, Actor actor, CancellationToken ct);

    /// <summary>The entry a document created; null if none.</summary>
    Task<EntryFacts?> OfDocumentAsync(Guid documentId, CancellationToken ct);
}
