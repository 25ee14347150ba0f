using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using NhiemSo.Platform.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Math;

namespace NhiemSo.Documents.Signers;

/// <summary>A key in a token or module reached over PKCS#11. It stays signed in until disposed; one signature at a time.</summary>
internal sealed class Pkcs11Signer : ISigner, IDisposable
{
    private static readonly Pkcs11InteropFactories Factories = new();
    private readonly IPkcs11Library loaded;
    private readonly ISession signedIn;
    private readonly IObjectHandle privateKey;
    private readonly bool keyIsRsa;
    private readonly Lock oneAtATime = new();

    private Pkcs11Signer(IPkcs11Library library, ISession session, IObjectHandle key, SignerIdentity identity)
    {
        (loaded, signedIn, privateKey, Identity) = (library, session, key, identity);
        using var rsa = identity.Certificate.GetRSAPublicKey();
        keyIsRsa = rsa is not null;
    }

    public SignerIdentity Identity { get; }

    /// <summary>Pkcs11Interop asks for "libdl", which Linux without development packages has only under its versioned name.</summary>
    static Pkcs11Signer() => NativeLibrary.SetDllImportResolver(
        typeof(Pkcs11InteropFactories).Assembly,
        (name, _, _) => name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", out var handle) ? handle : IntPtr.Zero);

    /// <summary>Loads a token maker's library; the caller disposes of it.</summary>
    public static IPkcs11Library Load(string libraryPath) =>
        Factories.Pkcs11LibraryFactory.LoadPkcs11Library(Factories, libraryPath, AppType.MultiThreaded);

    /// <param name="libraryPath">The token maker's PKCS#11 library.</param>
    /// <param name="keyLabel">Null: the first key that has a certificate.</param>
    /// <remarks>Signs in once and never tries again: tokens lock after a few wrong PINs.</remarks>
    public static Outcome<Pkcs11Signer> Open(string libraryPath, string tokenLabel, string pin, string? keyLabel = null)
    {
        IPkcs11Library? library = null;
        Pkcs11Signer? opened = null;
        try
        {
            library = Load(libraryPath);
            var slot = library.GetSlotList(SlotsType.WithTokenPresent).Find(s => s.GetTokenInfo().Label.Trim() == tokenLabel);
            if (slot is null)
                return Problem.NotFound($"Không thấy thiết bị ký “{tokenLabel}”. Cắm thiết bị rồi thử lại.");
            var session = slot.OpenSession(SessionType.ReadOnly);
            session.Login(CKU.CKU_USER, pin);
            if (FindKey(session, keyLabel) is not { } found)
                return Problem.NotFound("Thiết bị ký không có khóa kèm chứng thư số phù hợp.");
            return opened = new Pkcs11Signer(library, session, found.Key, found.Identity);
        }
        catch (UnmanagedException)
        {
            return Problem.NotFound($"Không nạp được thư viện của thiết bị ký: {libraryPath}");
        }
        catch (Pkcs11Exception e)
        {
            return InWords(e);
        }
        finally
        {
            if (opened is null)
                library?.Dispose();
        }
    }

    public Task<Outcome<byte[]>> SignHashAsync(byte[] sha256, CancellationToken stop) => Task.Run(() => Sign(sha256), stop);

    public void Dispose()
    {
        signedIn.Dispose();
        loaded.Dispose();
    }

    private Outcome<byte[]> Sign(byte[] sha256)
    {
        try
        {
            lock (oneAtATime)
            {
                return keyIsRsa
                    ? signedIn.Sign(Factories.MechanismFactory.Create(CKM.CKM_RSA_PKCS), privateKey, DigestInfo(sha256))
                    : Sequence(signedIn.Sign(Factories.MechanismFactory.Create(CKM.CKM_ECDSA), privateKey, sha256));
            }
        }
        catch (Pkcs11Exception e)
        {
            return InWords(e);
        }
    }

    private static (IObjectHandle Key, SignerIdentity Identity)? FindKey(ISession session, string? label)
    {
        var certificates = session.FindAllObjects([Attribute(CKA.CKA_CLASS, CKO.CKO_CERTIFICATE)])
            .Select(c => session.GetAttributeValue(c, [CKA.CKA_ID, CKA.CKA_VALUE]))
            .Select(a => (Id: a[0].GetValueAsByteArray(), Certificate: X509CertificateLoader.LoadCertificate(a[1].GetValueAsByteArray())))
            .ToList();
        List<IObjectAttribute> wanted = [Attribute(CKA.CKA_CLASS, CKO.CKO_PRIVATE_KEY)];
        if (label is not null)
            wanted.Add(Factories.ObjectAttributeFactory.Create(CKA.CKA_LABEL, label));
        foreach (var key in session.FindAllObjects(wanted))
        {
            var id = session.GetAttributeValue(key, [CKA.CKA_ID])[0].GetValueAsByteArray();
            if (certificates.Find(c => c.Id.AsSpan().SequenceEqual(id)).Certificate is { } own)
                return (key, SignerIdentity.From(own, certificates.Select(c => c.Certificate).Where(c => c != own)));
        }
        return null;
    }

    private static IObjectAttribute Attribute(CKA kind, CKO value) => Factories.ObjectAttributeFactory.Create(kind, value);

    /// <summary>What PKCS#1 v1.5 signs (RFC 8017, 9.2); the token itself only pads.</summary>
    private static byte[] DigestInfo(byte[] sha256) =>
        new DigestInfo(new AlgorithmIdentifier(NistObjectIdentifiers.IdSha256, DerNull.Instance), sha256).GetEncoded(Asn1Encodable.Der);

    /// <summary>Tokens answer r and s side by side, CMS wants them in a sequence.</summary>
    private static byte[] Sequence(byte[] sideBySide)
    {
        var half = sideBySide.Length / 2;
        return new DerSequence(new DerInteger(new BigInteger(1, sideBySide, 0, half)), new DerInteger(new BigInteger(1, sideBySide, half, half)))
            .GetEncoded(Asn1Encodable.Der);
    }

    private static Problem InWords(Pkcs11Exception e) => e.RV switch
    {
        CKR.CKR_PIN_INCORRECT or CKR.CKR_PIN_LEN_RANGE => Problem.Invalid("Mã PIN không đúng. Nhập sai nhiều lần thiết bị sẽ bị khóa."),
        CKR.CKR_PIN_LOCKED => Problem.Forbidden("Thiết bị ký đã bị khóa vì nhập sai mã PIN nhiều lần. Liên hệ nơi cấp để mở khóa."),
        CKR.CKR_TOKEN_NOT_PRESENT or CKR.CKR_DEVICE_REMOVED or CKR.CKR_TOKEN_NOT_RECOGNIZED or CKR.CKR_SESSION_HANDLE_INVALID =>
            Problem.WrongState("Thiết bị ký đã bị rút ra. Cắm lại rồi mở lại chương trình ký."),
        _ => Problem.WrongState($"Thiết bị ký báo lỗi {e.RV}. Rút ra, cắm lại rồi thử lại."),
    };
}
