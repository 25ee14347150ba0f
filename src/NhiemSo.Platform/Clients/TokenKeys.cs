using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using OpenIddict.Server;

namespace NhiemSo.Platform.Clients;

/// <summary>
/// The keys that sign and encrypt access tokens, <c>keys/token-signing.pem</c> and <c>keys/token-encryption.key</c>: readable by the
/// program's account only, made at first use, the same for all nodes on one data folder. Removing them ends every token that is out.
/// </summary>
internal sealed class TokenKeys(DatabaseSettings settings) : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        // The library keeps the key for as long as the program runs.
        var signing = ECDsa.Create();
        signing.ImportFromPem(Kept("token-signing.pem", NewSigning));
        options.SigningCredentials.Add(new SigningCredentials(new ECDsaSecurityKey(signing), SecurityAlgorithms.EcdsaSha256));
        var encryption = new SymmetricSecurityKey(Convert.FromBase64String(Kept("token-encryption.key", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))));
        options.EncryptionCredentials.Add(new EncryptingCredentials(encryption, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    private static string NewSigning()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private string Kept(string name, Func<string> make)
    {
        var path = Path.Combine(settings.DataFolder, "keys", name);
        if (!File.Exists(path)) Durable.WriteSecret(path, Encoding.ASCII.GetBytes(make() + "\n"));
        return File.ReadAllText(path).Trim();
    }
}
