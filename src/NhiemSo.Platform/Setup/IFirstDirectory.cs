using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Setup;

/// <summary>Fills the directory of a new office with its units; the room that knows where they come from implements it.</summary>
public interface IFirstDirectory
{
    /// <summary>Answers the root unit. Done already: nothing changes.</summary>
    /// <param name="rootOnly">The department alone: its units come later, from a decision read on screen.</param>
    Task<Outcome<Guid>> FillAsync(Actor by, bool rootOnly, CancellationToken ct);
}
