using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Incoming;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Signing;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents;

/// <summary>Văn thư as the later rooms see it.</summary>
internal sealed class DocumentOffice(DepartmentDb db, Numbers numbers, IncomingBook incoming, RuleShelf rules, TimeProvider time) : IDocumentOffice
{
    internal static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task<DocumentFacts> ReserveAsync(Matter matter, NewDocument document, CancellationToken ct)
    {
        var today = time.Today();
        var book = rules.At(today).Get<DocumentBook>(document.Book);
        var year = book.PerYear ? today.Year.ToString() : "-";
        var use = await numbers.ReserveAsync(document.Book, year, matter.Id, ct);
        var row = new Document
        {
            MatterId = matter.Id, Book = document.Book, Year = year, Number = use.Number, Symbol = book.Format(use.Number, today.Year), Date = today, Type = document.Type, Title = document.Title,
            Template = document.Template, Values = JsonSerializer.Serialize(new SortedDictionary<string, string>(document.Values.ToDictionary(v => v.Key, v => v.Value?.ToString() ?? ""), StringComparer.Ordinal), Canonical),
            UnitId = matter.UnitId, DutyId = matter.DutyId, SignerId = document.SignerId, SignerName = document.SignerName, SignerTitle = document.SignerTitle,
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), Recipients = document.Recipients, At = Microseconds.Trim(time.UtcNow()), Demo = matter.Demo,
        };
        db.Add(row);
        return Facts(row);
    }

    public async Task<DocumentFacts?> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<Document>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is { } row ? Facts(row) : null;

    public async Task<DocumentFacts?> FindByTokenAsync(string token, CancellationToken ct) =>
        await db.Set<Document>().AsNoTracking().FirstOrDefaultAsync(d => d.Token == token && (d.State == SigningState.Issued || d.State == SigningState.Voided), ct) is { } row ? Facts(row) : null;

    public async Task<IReadOnlyDictionary<Guid, string>> TokensAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Set<Document>().Where(d => ids.Contains(d.Id) && d.State == SigningState.Issued).ToDictionaryAsync(d => d.Id, d => d.Token, ct);

    public async Task<IReadOnlyList<DocumentFacts>> OfMatterAsync(Guid matterId, CancellationToken ct) =>
        [.. (await db.Set<Document>().AsNoTracking().Where(d => d.MatterId == matterId).OrderBy(d => d.Id).ToListAsync(ct)).Select(Facts)];

    public async Task<DocumentTask?> WaitingForAsync(Guid matterId, Reader reader, CancellationToken ct)
    {
        var open = await db.Set<Document>().AsNoTracking().Where(d => d.MatterId == matterId && d.State != SigningState.Issued && d.State != SigningState.Voided).OrderBy(d => d.Id).ToListAsync(ct);
        return open.Select(d => SigningDesk.MaySign(d, reader) ? new DocumentTask(d.Id, $"Ký số {d.Symbol}") : SigningDesk.MaySeal(d, reader) ? new DocumentTask(d.Id, $"Đóng dấu và phát hành {d.Symbol}") : null)
            .FirstOrDefault(t => t is not null);
    }

    public async Task<IncomingFacts> ReceiveAsync(Matter matter, NewIncoming paper, Actor actor, CancellationToken ct) => Facts(await incoming.ReceiveAsync(matter, paper, actor, ct));

    public async Task<IReadOnlyList<IncomingFacts>> ArrivedOfMatterAsync(Guid matterId, CancellationToken ct) => [.. (await incoming.OfMatterAsync(matterId, ct)).Select(Facts)];

    private static IncomingFacts Facts(IncomingDocument d) => new(d.Id, d.Number, d.ArrivedOn, d.Issuer, d.Symbol, d.Date, d.Title, d.FileId);

    internal static DocumentFacts Facts(Document d) => new(
        d.Id, d.MatterId, d.Book, d.Symbol, d.Date, d.Type, d.Title, d.SignerName, d.SignerTitle, d.State.ToString(), d.Token, d.FileId, d.FileHash, d.IssuedAt, d.VoidReason, d.Demo);
}
