using NhiemSo.Platform.Authority;

namespace NhiemSo.Registers;

/// <summary>Something a reader may begin on an entry.</summary>
/// <param name="Text">The button; ends in "…" as it asks for more.</param>
public sealed record EntryWork(string Text, string Href);

/// <summary>A later room that works on register entries: what this reader may begin there, shown on the entry's page.</summary>
public interface IEntryWork
{
    IReadOnlyList<EntryWork> For(EntryFacts entry, Guid unitId, Reader reader);
}
