namespace NhiemSo.Documents.Signers;

/// <summary>
/// How a web page, the signing agent on the person's own machine and the server speak. All bodies are JSON
/// (camel case, bytes in Base64). The page never hands over what is to be signed: it hands over a ticket, and the
/// agent asks the server itself, over a server address given when the agent was started.
/// <list type="number">
/// <item>Page, <c>GET http://127.0.0.1:5081/certificate</c> -> <see cref="AgentCertificate"/>. The page gives the
/// certificates to the server, which prepares the draft and issues a ticket: random, at least 128 bits, one use,
/// a few minutes, bound to the person, the draft and the certificate.</item>
/// <item>Page, <c>POST /sign</c> with <see cref="AgentSignRequest"/> (or, without JavaScript, a form with the field
/// <c>ticket</c>, answered by 303 to <c>{server}/ky-so/phieu/{ticket}</c>).</item>
/// <item>Agent, <c>POST {server}/ky-so/phieu/{ticket}</c>, empty body -> <see cref="TicketContent"/>. The server
/// marks the ticket as redeemed in the same act; a second time, and when it is unknown or too old: 404, 409 or 410.</item>
/// <item>The person confirms at the agent; the token signs.</item>
/// <item>Agent, <c>POST {server}/ky-so/phieu/{ticket}/chu-ky</c> with <see cref="AgentSignature"/>: taken once per
/// redeemed ticket; the server completes the draft, which checks the value against the prepared certificate.</item>
/// <item>Agent answers the page with <see cref="AgentSignResult"/>, or problem details with a Vietnamese sentence.</item>
/// </list>
/// The ticket is the only credential of the two server addresses: no cookie, no antiforgery token.
/// </summary>
internal static class AgentProtocol
{
    public const int DefaultPort = 5081;

    public static string TicketPath(string ticket) => $"ky-so/phieu/{ticket}";

    public static string SignaturePath(string ticket) => $"ky-so/phieu/{ticket}/chu-ky";

    /// <summary>Only letters, digits, hyphen and underscore: a ticket can't become another address.</summary>
    public static bool IsTicket(string? text) =>
        text is { Length: >= 16 and <= 128 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <param name="Certificates">DER, the signer's first, then the authorities above it.</param>
/// <param name="Name">Of the signer, to show.</param>
internal sealed record AgentCertificate(IReadOnlyList<byte[]> Certificates, string Name);

/// <param name="Hash">What the page believes is to be signed; null: not compared. Differs from the server's: refused.</param>
/// <param name="Description">Ignored in favour of the server's; only for the page's own log.</param>
internal sealed record AgentSignRequest(string Ticket, byte[]? Hash = null, string? Description = null);

/// <param name="Hash">SHA-256 of the signed attributes.</param>
/// <param name="Description">What the person reads before saying yes: kind, number, summary of the document.</param>
/// <param name="CertificateHash">SHA-256 of the DER of the certificate that the draft was prepared for.</param>
internal sealed record TicketContent(byte[] Hash, string Description, byte[] CertificateHash);

/// <param name="Value">As <see cref="ISigner.SignHashAsync"/> gives it.</param>
internal sealed record AgentSignature(byte[] Value);

internal sealed record AgentSignResult(string Ticket, string Description);
