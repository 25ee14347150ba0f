using NhiemSo.Platform.Authority;

namespace NhiemSo.Platform.MyWork;

/// <summary>A part of "Việc của tôi": a partial view with its model.</summary>
public sealed record WorkPanel(string View, object Model);

/// <summary>Work for a reader that no matter's own turn tells: what a room was asked beside the course of its matters.</summary>
public interface IWorkPanel
{
    /// <summary>From top to bottom.</summary>
    int Order { get; }

    /// <summary>Null when there is nothing for this reader.</summary>
    Task<WorkPanel?> OfAsync(Reader reader, CancellationToken ct);
}
