using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Registers;

/// <summary>A licence to enter.</summary>
/// <param name="Register">Code of the register's rule book.</param>
/// <param name="Data">Values of the columns by key.</param>
/// <param name="DocumentId">The paper we issued; null when another body decided, or nothing is issued.</param>
/// <param name="Text">How it came in, for the list of versions; null: "Cấp …".</param>
public sealed record NewEntry(
    string Register, string Number, Guid? HolderId, string HolderName, DateOnly From, DateOnly? To,
    IReadOnlyDictionary<string, object?> Data, Guid? DocumentId, string? Text = null);

/// <summary>What another matter makes of a licence that exists. It keeps its number, whatever the new paper is numbered.</summary>
/// <param name="Text">What was done, for the list of versions: "Cấp lại theo 12/GP-STTTT".</param>
/// <param name="HolderName">Under which name the holder appears from now on.</param>
/// <param name="Data">Columns that change; the others stay.</param>
/// <param name="DocumentId">The paper that shows the licence from now on; with <paramref name="State"/> the one that ends or suspends it.</param>
/// <param name="State">State of the register's schema into which it goes; null: it stays.</param>
public sealed record EntryChange(Guid EntryId, string Text, string HolderName, IReadOnlyDictionary<string, object?> Data, Guid? DocumentId, string? State = null);

/// <summary>What other rooms may know of an entry.</summary>
public sealed record EntryFacts(Guid Id, string Register, string Number, string HolderName, string State, DateOnly From, DateOnly? To, Guid? DocumentId);

/// <summary>A licence as an officer has to see it before it is changed.</summary>
/// <param name="StateName">How it stands today, in words.</param>
/// <param name="InForce">Its right may be used today.</param>
/// <param name="Expired">Its last day has passed and nothing else ended it.</param>
/// <param name="Ended">A decision ended it for good.</param>
/// <param name="HolderId">The holder as a party; null when entered without one.</param>
/// <param name="Columns">As people read them, by key.</param>
public sealed record LicenceOnFile(EntryFacts Facts, string StateName, bool InForce, bool Expired, bool Ended, Guid? HolderId, IReadOnlyDictionary<string, string> Columns);

/// <summary>The registers' public face.</summary>
public interface IRegisterBook
{
    /// <summary>Enters a licence, inside the caller's act.</summary>
    Task<EntryFacts> EnterAsync(Matter matter, NewEntry entry, Actor actor, CancellationToken ct);

    /// <summary>Amends, reissues or extends a licence, inside the caller's act: one more version, nothing of the earlier ones lost.</summary>
    Task<EntryFacts> ChangeAsync(Matter matter, EntryChange change, Actor actor, CancellationToken ct);

    /// <summary>The licence that bears a number in a register, the latest of that number; null if none does, or none that the reader may see.</summary>
    /// <param name="by">Null within an act on a licence that was found for somebody before.</param>
    Task<LicenceOnFile?> FindAsync(string register, string number, Reader? by, CancellationToken ct);
}
