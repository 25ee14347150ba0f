using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signers;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Signing;

/// <summary>One-time tickets for the signing agent at the signer's own PC; see <see cref="AgentProtocol"/>.</summary>
internal sealed class SigningTickets(DepartmentDb db, Work work, SigningDesk desk, Readers readers, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Prepares the document for the certificate and answers the ticket, shown once.</summary>
    public async Task<Outcome<string>> IssueAsync(Guid documentId, Reader reader, string? pem, CancellationToken ct)
    {
        if (Certificates(pem) is not { Count: > 0 } certificates) return Problem.Field("CertificatePem", "Dán chứng thư dạng PEM, bắt đầu bằng -----BEGIN CERTIFICATE-----.");
        var identity = SignerIdentity.Read([.. certificates.Select(c => c.RawData)]);
        if (!identity.Ok) return Problem.Field("CertificatePem", identity.Problem.Message);
        var prepared = await desk.PrepareForPersonAsync(documentId, reader, identity.Value, ct);
        if (!prepared.Ok) return prepared.Problem;
        var ticket = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        return await work.ActAsync<string>(_ =>
        {
            db.Add(new SigningTicket { TicketHash = Hash(ticket), DocumentId = documentId, PersonId = reader.PersonId!.Value, Until = time.UtcNow() + Lifetime });
            return Task.FromResult<Outcome<string>>(ticket);
        }, ct);
    }

    /// <summary>The agent asks what is to be signed; the second time it is told no.</summary>
    public Task<Outcome<TicketContent>> RedeemAsync(string ticket, CancellationToken ct) =>
        work.ActAsync<TicketContent>(async c =>
        {
            var hash = Hash(ticket);
            if (await db.Set<SigningTicket>().FirstOrDefaultAsync(t => t.TicketHash == hash, c) is not { } row) return Problem.NotFound("Phiếu ký này không có.");
            if (row.UsedAt is not null) return Problem.WrongState("Phiếu ký này đã dùng. Lấy phiếu khác trên trang văn bản.");
            if (row.Until < time.UtcNow()) return Problem.WrongState("Phiếu ký đã hết hạn. Lấy phiếu khác trên trang văn bản.");
            var document = await db.Set<Document>().FirstAsync(d => d.Id == row.DocumentId, c);
            if (document is not { State: SigningState.AwaitingPerson, Draft: { } json }) return Problem.WrongState("Văn bản này không còn chờ chữ ký. Mở lại trang văn bản để xem đang ở chặng nào.");
            row.UsedAt = Microseconds.Trim(time.UtcNow());
            var state = JsonSerializer.Deserialize<PadesDraftState>(json)!;
            return new TicketContent(state.DigestToSign, $"{document.Type} {document.Symbol}: {document.Title}, {document.Recipients}", SHA256.HashData(state.Certificates[0]));
        }, ct);

    /// <summary>The agent brings the signature of a redeemed ticket.</summary>
    public async Task<Outcome<DocumentFacts>> TakeAsync(string ticket, byte[] value, CancellationToken ct)
    {
        var hash = Hash(ticket);
        if (await db.Set<SigningTicket>().AsNoTracking().FirstOrDefaultAsync(t => t.TicketHash == hash, ct) is not { UsedAt: { } used } row) return Problem.NotFound("Phiếu ký này không có.");
        if (used + Lifetime < time.UtcNow()) return Problem.WrongState("Chữ ký về quá muộn. Lấy phiếu khác trên trang văn bản.");
        return await desk.TakePersonSignatureAsync(row.DocumentId, await readers.OfPersonAsync(row.PersonId, ct), value, ct);
    }

    private static string Hash(string ticket) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ticket)));

    private static X509Certificate2Collection? Certificates(string? pem)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem ?? "");
            return certificates;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
