using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Pades.TimeStamps;
using NhiemSo.Documents.Signers;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using SkiaSharp;

namespace NhiemSo.UnitTests.Pades;

/// <summary>What the tests of this folder sign with; keys are made once, they cost.</summary>
internal static class SigningDesk
{
    public static readonly DateTime Now = DateTime.UtcNow;
    public static readonly DemoCertificates Demo = new("Sở Thông tin và Truyền thông", new DateTimeOffset(Now.AddDays(-1)));
    public static readonly Pkcs12Signer Director = Signer(Demo.Person("Nguyễn Văn Đường", "Giám đốc"));
    public static readonly Pkcs12Signer Deputy = Signer(Demo.Person("Trần Thị Mỹ Hạnh", "Phó Giám đốc", ellipticCurve: true));
    public static readonly Pkcs12Signer Organ = Signer(Demo.Organ());
    public static readonly LocalTimeStampAuthority TimeStamps = new(Demo.TimeStamping(), [Demo.Root], TimeProvider.System);

    public static byte[] SkiaPdf(int pages = 2)
    {
        using var stream = new MemoryStream();
        using var document = SKDocument.CreatePdf(stream);
        for (var page = 0; page < pages; page++)
        {
            using var paint = new SKPaint();
            document.BeginPage(595, 842).DrawRect(50, 50 + (page * 20), 100, 100, paint);
            document.EndPage();
        }
        document.Close();
        return stream.ToArray();
    }

    public static byte[] Png()
    {
        using var bitmap = new SKBitmap(60, 40);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = new SKColor(200, 0, 0, 128) })
            canvas.DrawOval(30, 20, 25, 15, paint);
        return bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray();
    }

    public static async Task<byte[]> SignAsync(byte[] pdf, ISigner signer, SignatureAppearance? appearance = null, bool stamped = true)
    {
        var draft = PadesWriter.Prepare(pdf, new PadesRequest(signer.Identity, Now, "Ký ban hành", "Khánh Hòa", null, appearance)).Must();
        var value = (await signer.SignHashAsync(draft.State.DigestToSign, default)).Must();
        var token = stamped ? Stamp(SHA256.HashData(value)) : null;
        return PadesWriter.Complete(draft, value, token).Must();
    }

    /// <summary>A token of the local authority, checked as one that came over the network.</summary>
    public static byte[] Stamp(byte[] sha256, LocalTimeStampAuthority? authority = null)
    {
        var exchange = new TimeStampExchange(sha256);
        return exchange.Token((authority ?? TimeStamps).Respond(exchange.Request)).Must();
    }

    public static PadesReport Check(byte[] pdf) =>
        PadesVerifier.Verify(pdf, [X509CertificateLoader.LoadCertificate(Demo.Root.RawData)], Now);

    public static T Must<T>(this Outcome<T> outcome)
    {
        outcome.Ok.ShouldBeTrue(outcome.Problem?.Message);
        return outcome.Value!;
    }

    /// <summary>Runs a program that we did not write. A missing program fails the test: a skipped check is no check.</summary>
    public static (int Code, string Text) Run(string program, string package, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return (process.ExitCode, text);
        }
        catch (Win32Exception missing)
        {
            throw new ShouldAssertException($"{program} is missing: apt install {package}", missing);
        }
    }

    public static string PdfSig(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        return Run("pdfsig", "poppler-utils", "-nocert", folder.Write("signed.pdf", pdf)).Text;
    }

    private static Pkcs12Signer Signer(X509Certificate2 certificate) => Pkcs12Signer.Open(Demo.Export(certificate, "123456"), "123456").Must();
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("nhiemso-ky-").FullName;

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
