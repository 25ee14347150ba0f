using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Outgoing;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signing;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Verify;

internal sealed class IssuedFiles(DepartmentDb db, DocumentFiles files, IDocumentOffice office, SigningKeys keys, TimeProvider time) : IDocumentCheck
{
    public DocumentCheck Check(byte[] pdf)
    {
        var report = PadesVerifier.Verify(pdf, keys.Roots(), time.UtcNow());
        return new DocumentCheck(
            report.Verdict switch
            {
                PadesVerdict.Valid => FileVerdict.Valid,
                PadesVerdict.Untrusted => FileVerdict.Untrusted,
                PadesVerdict.Broken => FileVerdict.Broken,
                PadesVerdict.Unsigned => FileVerdict.Unsigned,
                _ => FileVerdict.Unreadable,
            },
            [.. report.Signatures.Select(s => new SignatureFacts(s.Signer, s.TimeStamp?.Time ?? s.SigningTime, s.TimeStamp is { Valid: true } stamp ? stamp.Authority : null, s.Fault))]);
    }

    public async Task<byte[]?> FileAsync(DocumentFacts document, CancellationToken ct) =>
        document is { FileHash: { } hash, IssuedAt: not null } ? await files.BytesAsync(hash, ct) : null;

    public async Task<DocumentFacts?> FindByFileAsync(string hash, CancellationToken ct) =>
        await db.Set<Document>().AsNoTracking().FirstOrDefaultAsync(d => d.FileHash == hash && d.State == SigningState.Issued, ct) is { } row ? DocumentOffice.Facts(row) : null;

    // The link at the QR code stands uncompressed in our files; a file may name many addresses, the first few are looked at.
    public async Task<DocumentFacts?> FindClaimedAsync(byte[] pdf, CancellationToken ct)
    {
        foreach (var token in Tokens(pdf).Distinct(StringComparer.Ordinal).Take(5))
            if (await office.FindByTokenAsync(token, ct) is { } document) return document;
        return null;
    }

    private static IEnumerable<string> Tokens(byte[] pdf)
    {
        const int length = 22;
        for (var at = 0; pdf.AsSpan(at).IndexOf("/xac-minh/"u8) is var next and >= 0;)
        {
            at += next + "/xac-minh/"u8.Length;
            if (at + length <= pdf.Length) yield return Encoding.Latin1.GetString(pdf, at, length);
        }
    }
}
