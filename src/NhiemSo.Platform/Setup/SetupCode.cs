using System.Security.Cryptography;

namespace NhiemSo.Platform.Setup;

/// <summary>The one-time code printed at the start of an empty office; whoever reads the console sets up the first administrator.</summary>
public sealed class SetupCode
{
    public string Code { get; } = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12);

    public bool Fits(string? typed) =>
        typed is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant()), System.Text.Encoding.UTF8.GetBytes(Code));
}
