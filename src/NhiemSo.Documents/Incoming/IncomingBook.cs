using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Incoming;

/// <summary>A paper that arrived, and the work it answers.</summary>
internal sealed record IncomingRow(IncomingDocument Paper, string Kind, string MatterTitle);

/// <summary>The register of papers that arrived (sổ đăng ký văn bản đến).</summary>
internal sealed class IncomingBook(DepartmentDb db, Numbers numbers, TimeProvider time)
{
    /// <summary>The one book of arrivals.</summary>
    public const string Book = "so-van-ban-den";

    public const int PageSize = 50;

    /// <summary>Registers a paper with the year's next arrival number, inside the caller's act.</summary>
    public async Task<IncomingDocument> ReceiveAsync(Matter matter, NewIncoming paper, Actor actor, CancellationToken ct)
    {
        var (today, year) = (time.Today(), time.Today().Year.ToString());
        var row = new IncomingDocument
        {
            MatterId = matter.Id, Book = Book, Year = year, Number = await numbers.DrawAsync(Book, year, ct), ArrivedOn = today, Issuer = paper.Issuer, Symbol = paper.Symbol, Date = paper.Date,
            Title = paper.Title, SignerName = paper.SignerName, FileId = paper.FileId, ByName = actor.Name, At = Microseconds.Trim(time.UtcNow()), Demo = matter.Demo,
        };
        db.Add(row);
        return row;
    }

    /// <summary>One more than a page, newest first, of the papers whose matter the reader sees.</summary>
    public Task<List<IncomingRow>> ReadAsync(Reader reader, Guid? after, CancellationToken ct)
    {
        var query = db.Set<IncomingDocument>().AsNoTracking();
        if (after is { } id) query = query.Where(d => d.Id < id);
        return (from d in query join m in db.VisibleTo(reader) on d.MatterId equals m.Id orderby d.Id descending select new IncomingRow(d, m.Kind, m.Title)).Take(PageSize + 1).ToListAsync(ct);
    }

    /// <summary>Null when there is none, or none that the reader may see.</summary>
    public Task<IncomingDocument?> FindAsync(Guid id, Reader reader, CancellationToken ct)
    {
        var matters = db.VisibleTo(reader);
        return db.Set<IncomingDocument>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && matters.Any(m => m.Id == d.MatterId), ct);
    }

    public Task<List<IncomingDocument>> OfMatterAsync(Guid matterId, CancellationToken ct) =>
        db.Set<IncomingDocument>().AsNoTracking().Where(d => d.MatterId == matterId).OrderBy(d => d.Id).ToListAsync(ct);
}
