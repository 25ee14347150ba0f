using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Numbering;

namespace NhiemSo.Documents.Outgoing;

/// <summary>The outgoing documents a reader may see: those whose matter is visible to them.</summary>
internal sealed class DocumentList(DepartmentDb db)
{
    public const int PageSize = 50;

    /// <summary>States in which somebody still has to do something.</summary>
    private static readonly IReadOnlyList<SigningState> Open = [SigningState.Reserved, SigningState.AwaitingPerson, SigningState.PersonSigned, SigningState.AwaitingOrgan];

    public async Task<IReadOnlyList<Document>> ReadAsync(Reader reader, IReadOnlyList<SigningState> states, Guid? after, CancellationToken ct)
    {
        var query = Visible(reader);
        if (after is { } id) query = query.Where(d => d.Id < id);
        if (states.Count == 0) return await PageAsync(query, ct);
        // One state after another: each is a stretch of the index in the order of the list, two together would be all documents of long ago read for the few that wait.
        var found = new List<Document>();
        foreach (var state in states) found.AddRange(await PageAsync(query.Where(d => d.State == state), ct));
        return [.. found.OrderByDescending(d => d.Id).Take(PageSize + 1)];

        static Task<List<Document>> PageAsync(IQueryable<Document> documents, CancellationToken ct) => documents.OrderByDescending(d => d.Id).Take(PageSize + 1).ToListAsync(ct);
    }

    public Task<Document?> FindAsync(Guid id, Reader reader, CancellationToken ct) => Visible(reader).FirstOrDefaultAsync(d => d.Id == id, ct);

    /// <summary>What waits for this reader: a signature of theirs, or the seal. Found by the state, and so without reading what was issued long ago.</summary>
    public Task<int> WaitingAsync(Reader reader, CancellationToken ct)
    {
        var person = reader.PersonId;
        var seals = reader.Has(Role.Clerk);
        return Visible(reader).Where(d => Open.Contains(d.State)).Where(d =>
            (d.SignerId == person && (d.State == SigningState.Reserved || d.State == SigningState.AwaitingPerson))
            || (seals && (d.State == SigningState.PersonSigned || d.State == SigningState.AwaitingOrgan))).OrderBy(d => d.State).Take(100).CountAsync(ct);
    }

    /// <summary>A book of a year with every number, voided ones too. What the reader may not see shows its number and state only.</summary>
    public async Task<IReadOnlyList<BookLine>> BookAsync(string book, string year, Reader reader, CancellationToken ct)
    {
        var uses = await db.Set<NumberUse>().AsNoTracking().Where(u => u.Book == book && u.Period == year).OrderBy(u => u.Number).ToListAsync(ct);
        var documents = await Visible(reader).Where(d => d.Book == book && d.Year == year).ToDictionaryAsync(d => d.Number, ct);
        return [.. uses.Select(u => new BookLine(u, documents.GetValueOrDefault(u.Number)))];
    }

    public async Task<IReadOnlyList<(string Book, string Year)>> BooksAsync(CancellationToken ct) =>
        [.. (await db.Set<NumberUse>().AsNoTracking().Select(u => new { u.Book, u.Period }).Distinct().ToListAsync(ct)).Select(x => (x.Book, x.Period)).OrderByDescending(x => x.Period).ThenBy(x => x.Book, StringComparer.Ordinal)];

    private IQueryable<Document> Visible(Reader reader)
    {
        var seen = db.SeenBy(reader);
        return db.Set<Document>().AsNoTracking().Where(d => seen.Any(s => s.MatterId == d.MatterId));
    }
}

internal sealed record BookLine(NumberUse Use, Document? Document);
