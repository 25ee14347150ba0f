using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.Result;

/// <summary>
/// The one rule by which an applicant may take the result, for every way to its file: not while a fee is to be paid or still to be
/// determined, unless the desk handed the result over all the same and said why (<see cref="HandOver"/>). Nothing is stored: the moment the
/// fee is recorded or waived, the way is open.
/// </summary>
internal sealed class ResultRelease(DepartmentDb db, IDocumentOffice documents, MatterFiles files) : IPublishedFileHold
{
    /// <summary>The balance for which the result is held back; null: it may be taken.</summary>
    public static FeeSheet? HeldFor(Dossier dossier, FeeSheet? sheet) => dossier.ReturnedAt is null && sheet is { Owed: true } ? sheet : null;

    public async Task<FeeSheet?> HeldForAsync(Dossier dossier, CancellationToken ct) => HeldFor(dossier, await db.Set<FeeSheet>().FindAsync([dossier.Id], ct));

    /// <summary>The file of the issued result, or of the other body's paper, for the applicant and for who asks in their name.</summary>
    public async Task<Outcome<OpenFile>> OpenAsync(Guid dossierId, CancellationToken ct)
    {
        if (await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId, ct) is not { } dossier) return Problem.NotFound();
        var ours = dossier.ResultDocumentId is { } documentId && await documents.FindAsync(documentId, ct) is { IssuedAt: not null } document ? document.FileId : null;
        if ((ours ?? dossier.ReceivedFileId) is not { } fileId) return Problem.NotFound("Hồ sơ này chưa có kết quả.");
        if (await HeldForAsync(dossier, ct) is { } held) return Problem.WrongState($"{FeeWords.Pending(held)} {FeeWords.WhenReleased(held)}");
        return await files.OpenAsync(fileId, Readers.ApplicantOf(dossierId), ct);
    }

    /// <summary>The register's public copy of a result is the same file: it waits, too.</summary>
    public async Task<bool> HoldsAsync(Guid documentId, CancellationToken ct) =>
        await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.ResultDocumentId == documentId, ct) is { } dossier && await HeldForAsync(dossier, ct) is not null;
}
