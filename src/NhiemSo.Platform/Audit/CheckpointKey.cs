using System.Security.Cryptography;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;

namespace NhiemSo.Platform.Audit;

/// <summary>
/// The key that signs checkpoints, <c>keys/audit-checkpoint.pem</c>, readable by the program's account only and made at
/// the first checkpoint. Its public half <c>audit-checkpoint.pub.pem</c> is for whoever checks, with <c>openssl dgst</c> if they like.
/// </summary>
internal sealed class CheckpointKey(DatabaseSettings settings)
{
    private string Private => Path.Combine(settings.DataFolder, "keys", "audit-checkpoint.pem");

    public string PublicPath => Path.Combine(settings.DataFolder, "keys", "audit-checkpoint.pub.pem");

    public bool Exists => File.Exists(Private);

    public async Task<byte[]> SignAsync(byte[] content, CancellationToken ct)
    {
        if (!Exists) await CreateAsync(ct);
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(Private, ct));
        return key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The public half; null when there is none to check with. The caller disposes it.</summary>
    public async Task<ECDsa?> PublicAsync(CancellationToken ct)
    {
        if (!File.Exists(PublicPath)) return null;
        var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(PublicPath, ct));
        return key;
    }

    private async Task CreateAsync(CancellationToken ct)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Durable.WriteAsync(PublicPath, System.Text.Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"), ct);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var temporary = $"{Private}.{Guid.CreateVersion7():N}";
        await using (var file = new FileStream(temporary, options))
        {
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"), ct);
            file.Flush(flushToDisk: true);
        }

        Durable.MoveInto(temporary, Private);
    }
}
