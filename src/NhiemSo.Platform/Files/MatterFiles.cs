using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Files;

/// <summary>An opened file; the caller disposes the stream.</summary>
public sealed record OpenFile(FileRef Ref, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>Files as parts of matters. The hash gives no access: whoever may see the matter may open its files.</summary>
public sealed class MatterFiles(DepartmentDb db, FileStore store, TimeProvider time)
{
    /// <summary>Refers to a stored file, inside the act.</summary>
    /// <param name="matterId">The matter whose readers may open it; null for an upload to a draft.</param>
    /// <param name="purpose">What it is there, e.g. <c>component:don</c>.</param>
    public async Task<FileRef> AttachAsync(Stored stored, Guid? matterId, string purpose, string byName, CancellationToken ct)
    {
        var at = Microseconds.Trim(time.UtcNow());
        if (await db.Set<StoredFile>().FindAsync([stored.Hash], ct) is null)
            db.Add(new StoredFile { Hash = stored.Hash, Size = stored.Size, At = at });
        var reference = new FileRef { Hash = stored.Hash, MatterId = matterId, Purpose = purpose, Name = stored.Name, ContentType = stored.Type.ContentType, Size = stored.Size, At = at, ByName = byName };
        db.Add(reference);
        return reference;
    }

    /// <summary>Refers once more to what a reference stands for, inside the act; the caller has found that whoever asks may use it.</summary>
    public async Task<Outcome<FileRef>> ReferAgainAsync(Guid refId, Guid? matterId, string purpose, string byName, CancellationToken ct)
    {
        if (await db.Set<FileRef>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == refId && f.RemovedAt == null, ct) is not { } known) return Problem.NotFound();
        var again = new FileRef { Hash = known.Hash, MatterId = matterId, Purpose = purpose, Name = known.Name, ContentType = known.ContentType, Size = known.Size, At = Microseconds.Trim(time.UtcNow()), ByName = byName };
        db.Add(again);
        return again;
    }

    /// <summary>Opens a file of a matter that the reader may see; anything else does not exist for them.</summary>
    public async Task<Outcome<OpenFile>> OpenAsync(Guid refId, Reader reader, CancellationToken ct)
    {
        var visible = db.VisibleTo(reader);
        var reference = await db.Set<FileRef>().AsNoTracking()
            .FirstOrDefaultAsync(f => f.Id == refId && f.RemovedAt == null && visible.Any(m => m.Id == f.MatterId), ct);
        return Open(reference);
    }

    /// <summary>Opens an upload that belongs to no matter yet; the caller has proved to hold the draft that names it.</summary>
    public async Task<Outcome<OpenFile>> OpenDraftAsync(Guid refId, CancellationToken ct) =>
        Open(await db.Set<FileRef>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == refId && f.RemovedAt == null && f.MatterId == null, ct));

    /// <summary>The files of a matter that still stand, oldest first.</summary>
    public Task<List<FileRef>> OfAsync(Guid matterId, CancellationToken ct) =>
        db.Set<FileRef>().AsNoTracking().Where(f => f.MatterId == matterId && f.RemovedAt == null).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct);

    /// <summary>Takes one reference away (retention, erasure, a rejected upload), inside the act. Its name and the reason stay; the bytes go with the last reference.</summary>
    public async Task<Outcome<FileRef>> RemoveAsync(Guid refId, string reason, CancellationToken ct)
    {
        var reference = await db.Set<FileRef>().FirstOrDefaultAsync(f => f.Id == refId, ct);
        if (reference is null) return Problem.NotFound();
        if (reference.RemovedAt is not null) return Problem.WrongState("Tệp này đã được gỡ trước đó.");
        (reference.RemovedAt, reference.RemovedReason) = (Microseconds.Trim(time.UtcNow()), reason);
        return reference;
    }

    private Outcome<OpenFile> Open(FileRef? reference) => reference is null ? Problem.NotFound() : new OpenFile(reference, store.OpenRead(reference.Hash));
}
