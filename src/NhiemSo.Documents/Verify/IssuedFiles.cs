using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Outgoing;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signing;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Verify;

internal sealed class IssuedFiles(DepartmentDb db, DocumentFiles files, SigningKeys keys, TimeProvider time) : IDocumentCheck
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
}
