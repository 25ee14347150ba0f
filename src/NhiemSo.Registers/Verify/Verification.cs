using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Verify;

/// <param name="Tone">Of the page's verdict: ok, warn, bad.</param>
internal sealed record Verdict(string Tone, string Title, string Text);

/// <summary>What a verification address stands for.</summary>
/// <param name="Newer">The paper that shows the licence today, when this one shows how it was.</param>
/// <param name="Entry">Null for documents that make no entry, for voided numbers, and for restricted matters.</param>
internal sealed record Verified(DocumentFacts Document, Verdict Verdict, RegisterEntry? Entry, RegisterSchema? Schema, DocumentCheck? Signatures, bool FilePublic, DocumentFacts? Newer = null)
{
    public bool Voided => Document.IssuedAt is null;

    public IReadOnlyList<(string Label, string Text)> Facts => Entry is null ? [] : EntryTable.Rows(Entry, Schema!.PublicColumns);
}

/// <summary>Public verification: by the address printed on the paper, or by the file. Files are compared and forgotten.</summary>
internal sealed class Verification(DepartmentDb db, RuleShelf rules, IDocumentOffice documents, IDocumentCheck files, IEnumerable<IPublishedFileHold> holds, TimeProvider time)
{
    /// <summary>Null when nothing issued or voided bears the token.</summary>
    public async Task<Verified?> FindAsync(string token, CancellationToken ct)
    {
        if (await documents.FindByTokenAsync(token, ct) is not { } document) return null;
        if (document.IssuedAt is null) return new Verified(document, Verdicts.Voided(document), null, null, null, FilePublic: false);
        var open = await db.Set<Matter>().AnyAsync(m => m.Id == document.MatterId && m.Confidentiality == Confidentiality.Open, ct);
        var entry = await db.Set<RegisterEntry>().AsNoTracking().FirstOrDefaultAsync(e => db.Set<RegisterEntryVersion>().Any(v => v.EntryId == e.Id && v.DocumentId == document.Id), ct);
        var newer = entry?.DocumentId is { } shows && shows != document.Id ? await documents.FindAsync(shows, ct) : null;
        if (newer is not null && await IsLaterAsync(entry!.Id, document.Id, newer.Id, ct)) (entry, newer) = (null, null);
        var schema = entry is null ? null : rules.Version<RegisterSchema>(entry.SchemaVersion);
        var signatures = await files.FileAsync(document, ct) is { } pdf ? files.Check(pdf) : null;
        var verdict = signatures is not { Verdict: FileVerdict.Valid or FileVerdict.Untrusted } ? Verdicts.StoredFileBroken(document)
            : entry is null ? Verdicts.Document(document) : newer is not null ? Verdicts.Replaced(document, newer) : Verdicts.Entry(document, schema!, entry, time.Today());
        // The columns are those of today: beside an earlier paper they would say what it doesn't.
        return new Verified(document, verdict, open && newer is null ? entry : null, open ? schema : null, signatures, open && schema is { PublicFile: true } && !await HeldAsync(document.Id, ct), open ? newer : null);
    }

    private async Task<bool> HeldAsync(Guid documentId, CancellationToken ct)
    {
        foreach (var hold in holds)
            if (await hold.HoldsAsync(documentId, ct)) return true;
        return false;
    }

    /// <summary>A decision on a licence, such as its withdrawal, is later than the paper that shows the licence: it speaks for itself.</summary>
    private async Task<bool> IsLaterAsync(Guid entry, Guid document, Guid shows, CancellationToken ct)
    {
        var versions = await db.Set<RegisterEntryVersion>().AsNoTracking().Where(v => v.EntryId == entry && (v.DocumentId == document || v.DocumentId == shows)).ToListAsync(ct);
        return versions.Where(v => v.DocumentId == document).Max(v => v.Version) > versions.Where(v => v.DocumentId == shows).Max(v => v.Version);
    }

    /// <summary>A licence issued on paper before this system, by its number; null when no public register has it, or a paper of ours shows it by now.</summary>
    public async Task<(Verdict Verdict, string Href)?> OnPaperAsync(string number, CancellationToken ct)
    {
        var entries = await db.Set<RegisterEntry>().AsNoTracking().Where(e => e.Number == number && e.DocumentId == null && db.Set<Earlier.EarlierLicence>().Any(x => x.Id == e.MatterId)).OrderByDescending(e => e.From).Take(10).ToListAsync(ct);
        var entry = entries.FirstOrDefault(e => rules.Today.Find<RegisterSchema>(e.Register) is { } s && s.PublicColumns.Any(c => c.Key == s.KeyColumn));
        return entry is null ? null : (Verdicts.OnPaper(rules.Version<RegisterSchema>(entry.SchemaVersion), entry, time.Today()), $"/danh-sach-cong-khai/{entry.Register}?Q={Uri.EscapeDataString(number)}");
    }

    /// <summary>The signed paper, when the register publishes it; null if not.</summary>
    public async Task<byte[]?> FileAsync(Verified verified, CancellationToken ct) => verified.FilePublic ? await files.FileAsync(verified.Document, ct) : null;

    /// <summary>A file against the one that was issued.</summary>
    public async Task<Outcome<Verdict>> CompareAsync(DocumentFacts document, IFormFile? file, CancellationToken ct)
    {
        var read = await ReadAsync(file, ct);
        if (!read.Ok) return read.Problem;
        if (document.FileHash is null) return Problem.WrongState("Số này đã hủy, không có bản đã cấp để so. Tệp mang số này không dùng được; hãy hỏi Sở.");
        return HashOf(read.Value) == document.FileHash
            ? new Verdict("ok", "Tệp của bạn đúng là bản đã cấp", "Nội dung trùng khớp từng byte với bản lưu tại Sở.")
            : Verdicts.Changed(files.Check(read.Value), await files.FindClaimedAsync(read.Value, ct) is { } claimed ? claimed.Id == document.Id : null);
    }

    /// <summary>A file of which nothing is known: the document it is, if any, and what is to be thought of it.</summary>
    public async Task<Outcome<(Verdict Verdict, DocumentFacts? Document, DocumentCheck Check)>> RecogniseAsync(IFormFile? file, CancellationToken ct)
    {
        var read = await ReadAsync(file, ct);
        if (!read.Ok) return read.Problem;
        var check = files.Check(read.Value);
        if (await files.FindByFileAsync(HashOf(read.Value), ct) is { } known)
            return (new Verdict("ok", "Tệp này đúng là bản đã cấp", $"Đó là {known.Type} số {known.Symbol}. Xem văn bản còn hiệu lực hay không ở trang kết quả."), known, check);
        return await files.FindClaimedAsync(read.Value, ct) is { } claimed ? (Verdicts.Altered(claimed, check), claimed, check) : (Verdicts.Unknown(check), (DocumentFacts?)null, check);
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<Outcome<byte[]>> ReadAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is not { Length: > 0 }) return Problem.Field("Tep", "Chọn tệp PDF cần kiểm tra.");
        if (file.Length > Platform.Files.FileStore.DefaultLimit) return Problem.Field("Tep", "Tệp lớn hơn 20 MB. Chọn đúng tệp giấy phép đã được cấp.");
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
