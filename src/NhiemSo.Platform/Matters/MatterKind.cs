namespace NhiemSo.Platform.Matters;

/// <summary>A kind of matter, as cross-room lists name and open it; each room registers its own.</summary>
/// <param name="Kind">Value of <see cref="Matter.Kind"/>.</param>
/// <param name="Name">In lists: "Hồ sơ một cửa".</param>
/// <param name="Href">Its page.</param>
public sealed record MatterKind(string Kind, string Name, Func<Guid, string> Href);
