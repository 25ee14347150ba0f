using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signers;

/// <summary>One ticket after another: redeem, ask the person, sign, hand the signature to the server.</summary>
internal sealed class SignAgentDesk(SignAgentOptions options, ISigner signer, HttpClient server, Func<string, CancellationToken, Task<bool>> confirm) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public async Task<Outcome<AgentSignResult>> SignAsync(AgentSignRequest asked, CancellationToken stop)
    {
        if (!AgentProtocol.IsTicket(asked.Ticket))
            return Problem.Invalid("Phiếu ký không đúng dạng.");
        await oneAtATime.WaitAsync(stop);
        try
        {
            if (!used.Add(asked.Ticket))
                return Problem.WrongState("Phiếu ký này đã dùng. Mở lại trang ký để lấy phiếu mới.");
            return await SignOnceAsync(asked, stop);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !stop.IsCancellationRequested))
        {
            return Problem.WrongState("Chưa kết nối được máy chủ. Kiểm tra mạng rồi mở lại trang ký.");
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<Outcome<AgentSignResult>> SignOnceAsync(AgentSignRequest asked, CancellationToken stop)
    {
        using var redeemed = await server.PostAsync(new Uri(options.Server, AgentProtocol.TicketPath(asked.Ticket)), null, stop);
        if (!redeemed.IsSuccessStatusCode)
            return Refused(redeemed.StatusCode);
        var content = await redeemed.Content.ReadFromJsonAsync<TicketContent>(stop);
        if (content is not { Hash.Length: SHA256.HashSizeInBytes, Description: not null, CertificateHash: not null })
            return Problem.WrongState("Máy chủ trả lời phiếu ký không đúng dạng.");
        if (asked.Hash is { } believed && !believed.AsSpan().SequenceEqual(content.Hash))
            return Problem.Conflict("Trang web yêu cầu ký nội dung khác với máy chủ. Không ký.");
        if (!SHA256.HashData(signer.Identity.Certificate.RawData).AsSpan().SequenceEqual(content.CertificateHash))
            return Problem.Conflict("Phiếu ký dành cho chứng thư số khác. Chọn đúng thiết bị ký rồi mở lại trang ký.");
        if (!await confirm(content.Description, stop))
            return Problem.Forbidden("Bạn đã từ chối ký.");

        var value = await signer.SignHashAsync(content.Hash, stop);
        if (!value.Ok)
            return value.Problem;
        using var taken = await server.PostAsJsonAsync(new Uri(options.Server, AgentProtocol.SignaturePath(asked.Ticket)), new AgentSignature(value.Value), stop);
        return taken.IsSuccessStatusCode ? new AgentSignResult(asked.Ticket, content.Description) : Refused(taken.StatusCode);
    }

    private static Problem Refused(HttpStatusCode status) => status is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.Gone
        ? Problem.WrongState("Phiếu ký không còn dùng được. Mở lại trang ký để lấy phiếu mới.")
        : Problem.WrongState($"Máy chủ trả lời lỗi {(int)status}. Mở lại trang ký rồi thử lại.");
}
