using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signers;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Documents.Signing;

/// <summary>
/// Reserve → render → hand out the digest → take back the signature → verify → issue. Everything outside the database is done
/// between two acts; each act ends in a state from which the next person, or the same one after a crash, goes on.
/// </summary>
internal sealed class SigningDesk(
    DepartmentDb db, Work work, AuditTrail audit, Numbers numbers, MatterFiles files, FileStore store, DocumentPaper paper, SigningKeys keys,
    IEnumerable<IDocumentFollower> followers, TimeProvider time)
{
    private const string SeeStops = " Xem văn bản đang ở chặng nào rồi làm việc của chặng đó.";

    private const string Prepared = "signing:prepared";

    /// <summary>The person's own key on this server (demo, tests): prepares, signs and takes the signature in one press.</summary>
    public async Task<Outcome<DocumentFacts>> SignHereAsync(Guid id, Reader reader, string pin, CancellationToken ct)
    {
        if (reader.PersonId is not { } person) return Problem.Forbidden();
        var signer = keys.Person(person, pin);
        if (!signer.Ok) return signer.Problem;
        var prepared = await PrepareForPersonAsync(id, reader, signer.Value.Identity, ct);
        if (!prepared.Ok) return prepared.Problem;
        var value = await signer.Value.SignHashAsync(prepared.Value.DigestToSign, ct);
        return value.Ok ? await TakePersonSignatureAsync(id, reader, value.Value, ct) : value.Problem;
    }

    /// <summary>Renders the paper and prepares it for the person's certificate; answers what is to be signed. Pressed again, it starts over from the same number.</summary>
    public async Task<Outcome<PadesDraftState>> PrepareForPersonAsync(Guid id, Reader reader, SignerIdentity signer, CancellationToken ct)
    {
        if (await OwnAsync(id, reader, ct) is not { } document) return Problem.NotFound();
        if (document.SignerId != reader.PersonId) return Problem.Forbidden($"Văn bản này do {document.SignerName} ký.");
        if (document.State is not (SigningState.Reserved or SigningState.AwaitingPerson)) return Problem.WrongState("Văn bản này không còn chờ chữ ký cá nhân." + SeeStops);
        if (!Fold.Text(signer.Name).Contains(Fold.Text(document.SignerName), StringComparison.Ordinal))
            return Problem.Invalid($"Chứng thư số của “{signer.Name}” không phải của {document.SignerName}, người ký văn bản này. Chọn đúng chứng thư số rồi ký lại.");
        var rendered = paper.Render(document);
        if (!rendered.Ok) return rendered.Problem;
        var appearance = Appearance(rendered.Value, [$"Ký bởi: {document.SignerName}", $"Thời gian ký: {Vietnam.Local(time.UtcNow()):dd/MM/yyyy HH:mm:ss zzz}"], organ: false);
        var draft = PadesWriter.Prepare(rendered.Value.Pdf, new PadesRequest(signer, time.UtcNow(), Reason: "Ký ban hành", Appearance: appearance));
        if (!draft.Ok) return draft.Problem;
        var kept = await KeepDraftAsync(document, draft.Value, SigningState.AwaitingPerson, reader, "chuan-bi-ky", "Chuẩn bị ký số", ct);
        return kept.Ok ? draft.Value.State : kept.Problem;
    }

    /// <summary>The signature came back: stamped, completed, verified; the dossier moves in the same act.</summary>
    public async Task<Outcome<DocumentFacts>> TakePersonSignatureAsync(Guid id, Reader reader, byte[] value, CancellationToken ct)
    {
        if (await OwnAsync(id, reader, ct) is not { State: SigningState.AwaitingPerson } document) return Problem.WrongState("Văn bản này không chờ chữ ký cá nhân." + SeeStops);
        var signed = await CompleteAsync(document, value, signatures: 1, ct);
        if (!signed.Ok) return signed.Problem;
        return await StepAsync(document, signed.Value, SigningState.PersonSigned, reader.As(Role.Leader), "da-ky", $"{document.SignerName} đã ký số {document.Symbol}", (f, facts, actor, c) => f.SignedAsync(facts, actor, c), ct);
    }

    /// <summary>Văn thư: the organ's seal as a second signature over the person's; then the document is issued.</summary>
    public async Task<Outcome<DocumentFacts>> SealAndIssueAsync(Guid id, Reader clerk, CancellationToken ct)
    {
        if (!clerk.Has(Role.Clerk)) return Problem.Forbidden("Chỉ văn thư được đóng dấu và phát hành.");
        if (await OwnAsync(id, clerk, ct) is not { } document) return Problem.NotFound();
        if (document.State is not (SigningState.PersonSigned or SigningState.AwaitingOrgan)) return Problem.WrongState("Văn bản này chưa có chữ ký của người có thẩm quyền, hoặc đã phát hành." + SeeStops);
        var signer = keys.Organ();
        if (!signer.Ok) return signer.Problem;
        var rendered = paper.Render(document);
        if (!rendered.Ok) return rendered.Problem;
        var seal = Appearance(rendered.Value, [signer.Value.Identity.Name, $"Đóng dấu số: {Vietnam.Local(time.UtcNow()):dd/MM/yyyy HH:mm:ss zzz}"], organ: true);
        var draft = PadesWriter.Prepare(await BytesAsync(document.FileHash!, ct), new PadesRequest(signer.Value.Identity, time.UtcNow(), Reason: "Đóng dấu cơ quan", Appearance: seal));
        if (!draft.Ok) return draft.Problem;
        var kept = await KeepDraftAsync(document, draft.Value, SigningState.AwaitingOrgan, clerk, "chuan-bi-dong-dau", "Chuẩn bị đóng dấu số", ct);
        if (!kept.Ok) return kept.Problem;
        var value = await signer.Value.SignHashAsync(draft.Value.State.DigestToSign, ct);
        if (!value.Ok) return value.Problem;
        document = (await OwnAsync(id, clerk, ct))!;
        var signed = await CompleteAsync(document, value.Value, signatures: 2, ct);
        if (!signed.Ok) return signed.Problem;
        return await StepAsync(document, signed.Value, SigningState.Issued, clerk.As(Role.Clerk), "phat-hanh-van-ban", $"Đóng dấu và phát hành {document.Symbol}", (f, facts, actor, c) => f.IssuedAsync(facts, actor, c), ct);
    }

    /// <summary>Gives the run up before issue; the number stays in the book with the reason.</summary>
    public async Task<Outcome<DocumentFacts>> VoidAsync(Guid id, Reader reader, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Ghi lý do hủy: sổ sẽ giữ câu này bên cạnh số đã hủy.");
        if (await OwnAsync(id, reader, ct) is not { } seen) return Problem.NotFound();
        if (!MayVoid(seen, reader)) return Problem.Forbidden("Chỉ lãnh đạo, hoặc văn thư khi văn bản đã có chữ ký, được bỏ lần ký.");
        if (seen.State is SigningState.Issued or SigningState.Voided) return Problem.WrongState("Văn bản đã phát hành hoặc đã hủy thì không bỏ lần ký được; thu hồi bằng văn bản khác.");
        var actor = reader.As(reader.Has(Role.Leader) ? Role.Leader : Role.Clerk);
        return await work.ActAsync<DocumentFacts>(async c =>
        {
            var document = await db.Set<Document>().FirstAsync(d => d.Id == id, c);
            if (document.Version != seen.Version) return Problem.Conflict();
            await ReleaseAsync(document, "Đã bỏ lần ký", c);
            (document.State, document.VoidReason, document.Draft, document.PreparedHash, document.FileId, document.FileHash) = (SigningState.Voided, reason.Trim(), null, null, null, null);
            document.Version++;
            await numbers.EndAsync(document.Book, document.Year, document.Number, NumberState.Voided, document.VoidReason, c);
            await audit.WriteAsync("document", id, actor, new AuditNote("huy-so", $"Hủy số {document.Symbol}", document.VoidReason), c);
            var facts = DocumentOffice.Facts(document);
            foreach (var follower in followers) await follower.VoidedAsync(facts, actor, document.VoidReason, c);
            return facts;
        }, ct);
    }

    /// <summary>The signer alone, until the signature is in.</summary>
    public static bool MaySign(Document document, Reader reader) => document.State is SigningState.Reserved or SigningState.AwaitingPerson && document.SignerId == reader.PersonId;

    /// <summary>Văn thư, once the person has signed.</summary>
    public static bool MaySeal(Document document, Reader reader) => document.State is SigningState.PersonSigned or SigningState.AwaitingOrgan && reader.Has(Role.Clerk);

    /// <summary>Leaders until the document is issued; văn thư once it lies with them for the seal.</summary>
    public static bool MayVoid(Document document, Reader reader) =>
        document.SignerId == reader.PersonId || reader.Has(Role.Leader) || (reader.Has(Role.Clerk) && document.State is (SigningState.PersonSigned or SigningState.AwaitingOrgan));

    /// <summary>The document, when its matter is visible to the reader.</summary>
    private async Task<Document?> OwnAsync(Guid id, Reader reader, CancellationToken ct)
    {
        var visible = db.VisibleTo(reader);
        return await db.Set<Document>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && visible.Any(m => m.Id == d.MatterId), ct);
    }

    private async Task<Outcome<Done>> KeepDraftAsync(Document seen, PadesDraft draft, SigningState state, Reader reader, string act, string text, CancellationToken ct)
    {
        var stored = await store.PutAsync(new MemoryStream(draft.Prepared), "ban-cho-ky.pdf", ct);
        if (!stored.Ok) return stored.Problem;
        return await work.ActAsync<Done>(async c =>
        {
            var document = await db.Set<Document>().FirstAsync(d => d.Id == seen.Id, c);
            if (document.Version != seen.Version) return Problem.Conflict();
            await ReleasePreparedAsync(document, "Đã chuẩn bị lại", c);
            await files.AttachAsync(stored.Value, null, Prepared, reader.Name, c);
            (document.State, document.Draft, document.PreparedHash) = (state, JsonSerializer.Serialize(draft.State), stored.Value.Hash);
            document.Version++;
            await audit.WriteAsync("document", document.Id, new Actor(reader.PersonId, reader.Name, reader.Capacity), new AuditNote(act, text, Evidence: [stored.Value.Hash]), c);
            return Done.Yes;
        }, ct);
    }

    /// <summary>Stamps and completes the waiting draft and checks the whole file: so many signatures, all intact.</summary>
    private async Task<Outcome<byte[]>> CompleteAsync(Document document, byte[] value, int signatures, CancellationToken ct)
    {
        byte[]? token = null;
        if (keys.TimeStamps() is { } authority)
        {
            var stamped = await authority.StampAsync(System.Security.Cryptography.SHA256.HashData(value), ct);
            if (!stamped.Ok) return stamped.Problem;
            token = stamped.Value;
        }

        var draft = new PadesDraft(await BytesAsync(document.PreparedHash!, ct), JsonSerializer.Deserialize<PadesDraftState>(document.Draft!)!);
        var pdf = PadesWriter.Complete(draft, value, token);
        if (!pdf.Ok) return pdf.Problem;
        var report = PadesVerifier.Verify(pdf.Value, keys.Roots(), time.UtcNow());
        return report.Verdict is PadesVerdict.Valid && report.Signatures.Count == signatures
            ? pdf.Value
            : Problem.WrongState("Chữ ký không kiểm tra được: " + (report.Signatures.Select(s => s.Fault).FirstOrDefault(f => f is not null) ?? "chứng thư không thuộc tổ chức được tin cậy") + " Ký lại.");
    }

    private async Task<Outcome<DocumentFacts>> StepAsync(
        Document seen, byte[] pdf, SigningState state, Actor actor, string act, string text, Func<IDocumentFollower, DocumentFacts, Actor, CancellationToken, Task> follow, CancellationToken ct)
    {
        var stored = await store.PutAsync(new MemoryStream(pdf), FileName(seen), ct);
        if (!stored.Ok) return stored.Problem;
        return await work.ActAsync<DocumentFacts>(async c =>
        {
            var document = await db.Set<Document>().FirstAsync(d => d.Id == seen.Id, c);
            if (document.Version != seen.Version) return Problem.Conflict();
            await ReleaseAsync(document, "Đã có bản ký mới hơn", c);
            var file = await files.AttachAsync(stored.Value, document.MatterId, "result", actor.Name, c);
            (document.State, document.FileId, document.FileHash, document.Draft, document.PreparedHash) = (state, file.Id, stored.Value.Hash, null, null);
            document.Version++;
            if (state == SigningState.Issued)
            {
                document.IssuedAt = Microseconds.Trim(time.UtcNow());
                await numbers.EndAsync(document.Book, document.Year, document.Number, NumberState.Issued, null, c);
            }

            await audit.WriteAsync("document", document.Id, actor, new AuditNote(act, text, Evidence: [stored.Value.Hash]), c);
            var facts = DocumentOffice.Facts(document);
            foreach (var follower in followers) await follow(follower, facts, actor, c);
            return facts;
        }, ct);
    }

    /// <summary>One file of a document stands at a time: what a newer signature contains, or a given-up try left, is let go.</summary>
    private async Task ReleaseAsync(Document document, string reason, CancellationToken ct)
    {
        await ReleasePreparedAsync(document, reason, ct);
        if (document.FileId is { } before) await files.RemoveAsync(before, reason, ct);
    }

    private async Task ReleasePreparedAsync(Document document, string reason, CancellationToken ct)
    {
        if (document.PreparedHash is not { } hash) return;
        foreach (var id in await db.Set<FileRef>().Where(f => f.Hash == hash && f.Purpose == Prepared && f.RemovedAt == null).Select(f => f.Id).ToListAsync(ct))
            await files.RemoveAsync(id, reason, ct);
    }

    private async Task<byte[]> BytesAsync(string hash, CancellationToken ct)
    {
        await using var content = store.OpenRead(hash);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    /// <summary>
    /// The person's above the name; the organ's reaches over it from its left (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 8). Both are text: the organ's
    /// stands in the upper half so that both can be read, and neither leaves the signer's column, beside which the recipients are listed.
    /// </summary>
    private static SignatureAppearance? Appearance(RenderedDocument rendered, IReadOnlyList<string> lines, bool organ)
    {
        if (rendered.Print.Signatures is not [var place, ..]) return null;
        const double pageMm = 297, point = 72 / 25.4;
        var height = place.HeightMm / 2;
        var indent = organ ? 0 : place.WidthMm / 4;
        var top = place.TopMm + (organ ? 0 : height);
        return new SignatureAppearance(
            place.Page, new PageRectangle((float)((place.LeftMm + indent) * point), (float)((pageMm - top - height) * point), (float)((place.WidthMm - indent) * point), (float)(height * point)), Lines: lines, FontSize: 8);
    }

    private static string FileName(Document document) => document.Symbol.Replace('/', '-') + ".pdf";
}
