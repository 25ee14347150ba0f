namespace NhiemSo.Dossiers.Follow;

/// <summary>How often a look-up failed within an hour, by address and by code; shared by all nodes.</summary>
internal sealed class LookupTry
{
    /// <summary><c>address:…</c> or <c>code:…</c>, hashed.</summary>
    public required string Key { get; init; }

    /// <summary>The hour, e.g. <c>2026112415</c>, UTC.</summary>
    public required string Hour { get; init; }

    public required int Count { get; set; }
}
