using System.Security.Cryptography;
using System.Text;

namespace NhiemSo.Platform.Setup;

/// <summary>The one-time code printed at the start of an empty office; whoever reads the console sets up the first administrator.</summary>
public sealed class SetupCode
{
    private int taken;

    public string Code { get; } = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12);

    public bool Fits(string? typed) =>
        Volatile.Read(ref taken) == 0 && typed is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(Code));

    /// <summary>Takes the code for one set-up; false when it is taken already.</summary>
    public bool Take() => Interlocked.Exchange(ref taken, 1) == 0;

    /// <summary>Gives it back after a set-up that came to nothing.</summary>
    public void GiveBack() => Interlocked.Exchange(ref taken, 0);
}
