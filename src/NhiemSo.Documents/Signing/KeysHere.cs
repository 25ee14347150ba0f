using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signing;

/// <summary>The signing desk's face for pages that sign several documents.</summary>
internal sealed class KeysHere(DepartmentDb db, SigningDesk desk, SigningKeys keys) : ISigning
{
    public bool HasKeyHere(Reader reader) => reader.PersonId is { } person && keys.PersonFile(person) is not null;

    public async Task<IReadOnlySet<Guid>> WaitingAsync(IReadOnlyCollection<Guid> documents, Reader reader, CancellationToken ct) =>
        (await db.Set<Document>().Where(d => documents.Contains(d.Id) && d.SignerId == reader.PersonId && (d.State == SigningState.Reserved || d.State == SigningState.AwaitingPerson)).Select(d => d.Id).ToListAsync(ct)).ToHashSet();

    public Outcome<Done> CheckPin(Reader reader, string pin)
    {
        if (reader.PersonId is not { } person) return Problem.Forbidden();
        var signer = keys.Person(person, pin);
        return signer.Ok ? Done.Yes : signer.Problem;
    }

    public Task<Outcome<DocumentFacts>> SignHereAsync(Guid documentId, Reader reader, string pin, CancellationToken ct) => desk.SignHereAsync(documentId, reader, pin, ct);
}
