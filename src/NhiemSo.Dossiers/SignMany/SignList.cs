using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.SignMany;

/// <param name="DocumentId">Agreed already, and waiting for this leader's signature; null while the draft waits for agreement.</param>
internal sealed record ToSign(Matter Matter, Guid? DocumentId, string? Outcome);

/// <summary>What became of one dossier.</summary>
/// <param name="Left">What is left to do, or why it failed; null when it is signed.</param>
internal sealed record SignedOne(Guid DossierId, string Title, string? Number, Guid? DocumentId, string? Symbol, string? Left);

/// <summary>The leader's drafts: agreed to and signed one after another, each an act of its own, so that one that fails holds up none.</summary>
internal sealed class SignList(DepartmentDb db, ResultWork result, ISigning signing, IDocumentOffice documents)
{
    /// <summary>As many as one press signs.</summary>
    public const int Most = 50;

    private const string Act = "ky-duyet";

    /// <summary>Soonest due first; drafts to agree to, and documents that wait for this very leader.</summary>
    public async Task<IReadOnlyList<ToSign>> ReadAsync(Reader reader, CancellationToken ct)
    {
        if (!reader.Has(Role.Leader)) return [];
        var found = await (from m in db.VisibleTo(reader)
                           join d in db.Set<Dossier>() on m.Id equals d.Id
                           where m.Turn == Role.Leader && m.Kind == DossiersRoom.Kind
                           orderby m.Due == null, m.Due, m.Id
                           select new { Matter = m, d.ResultDocumentId, d.DraftOutcome }).Take(Most).AsNoTracking().ToListAsync(ct);
        var mine = await signing.WaitingAsync([.. found.Where(x => x.ResultDocumentId is not null).Select(x => x.ResultDocumentId!.Value)], reader, ct);
        return [.. found.Where(x => x.ResultDocumentId is not { } document || mine.Contains(document)).Select(x => new ToSign(x.Matter, x.ResultDocumentId, x.DraftOutcome))];
    }

    /// <summary>Agrees to and signs the chosen ones; without a key here it agrees, and the signing goes on from each document's page.</summary>
    /// <param name="seen">Chosen dossiers with the version that was on the page.</param>
    public async Task<Outcome<IReadOnlyList<SignedOne>>> SignAsync(Reader reader, IReadOnlyDictionary<Guid, int?> seen, string? pin, CancellationToken ct)
    {
        if (!reader.Has(Role.Leader)) return Problem.Forbidden("Chỉ lãnh đạo Sở ký kết quả.");
        if (seen.Count == 0) return Problem.Invalid("Đánh dấu ít nhất một hồ sơ.");
        var here = signing.HasKeyHere(reader);
        if (here)
        {
            if (string.IsNullOrEmpty(pin)) return Problem.Field("Pin", "Nhập mã PIN của khóa ký.");
            // A wrong PIN must not leave fifty numbers reserved.
            var opens = signing.CheckPin(reader, pin);
            if (!opens.Ok) return opens.Problem.Fields.Count > 0 ? opens.Problem : Problem.Field("Pin", opens.Problem.Message);
        }

        var done = new List<SignedOne>();
        foreach (var row in (await ReadAsync(reader, ct)).Where(r => seen.ContainsKey(r.Matter.Id))) done.Add(await OneAsync(reader, row, seen[row.Matter.Id], here ? pin : null, ct));
        foreach (var id in seen.Keys.Where(id => done.All(d => d.DossierId != id)))
            if (await db.VisibleTo(reader).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is { } gone) done.Add(new SignedOne(id, gone.Title, gone.Number, null, null, $"Không còn chờ bạn ký: {gone.StateName.ToLowerInvariant()}."));
        return done;
    }

    private async Task<SignedOne> OneAsync(Reader reader, ToSign row, int? seen, string? pin, CancellationToken ct)
    {
        var (matter, documentId) = (row.Matter, row.DocumentId);
        SignedOne Is(Guid? document, string? symbol, string? left) => new(matter.Id, matter.Title, matter.Number, document, symbol, left);
        if (documentId is null)
        {
            var agreed = await result.ApproveAsync(new DossierAct(matter.Id, Act, reader, seen), ct);
            if (!agreed.Ok) return Is(null, null, agreed.Problem.Kind == ProblemKind.Conflict ? "Dự thảo đã thay đổi sau khi bạn mở trang này: xem lại rồi ký." : agreed.Problem.Message);
            documentId = agreed.Value;
        }

        var symbol = (await documents.FindAsync(documentId.Value, ct))?.Symbol;
        if (pin is null) return Is(documentId, symbol, "Đã đồng ý, giữ số; còn ký bằng thiết bị của bạn.");
        var signed = await signing.SignHereAsync(documentId.Value, reader, pin, ct);
        return Is(documentId, symbol, signed.Ok ? null : "Đã đồng ý, chưa ký được: " + signed.Problem.Message);
    }
}
