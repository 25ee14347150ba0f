using System.Net.Http.Headers;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Pades.TimeStamps;

/// <summary>A trusted third party's word that a hash existed at a time (RFC 3161), asked over HTTP (3.4). The client's own timeout applies; trying again is the caller's.</summary>
internal sealed class HttpTimeStampAuthority(HttpClient http, Uri address)
{
    /// <summary>A token with its chain has some thousand bytes.</summary>
    private const int MaxResponse = 256 << 10;

    /// <param name="sha256">SHA-256 of what is stamped; for a signature, of the signature value.</param>
    /// <returns>The token in DER.</returns>
    public async Task<Outcome<byte[]>> StampAsync(byte[] sha256, CancellationToken stop)
    {
        var exchange = new TimeStampExchange(sha256);
        using var content = new ByteArrayContent(exchange.Request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (!response.IsSuccessStatusCode)
                return Problem.WrongState($"Máy chủ cấp dấu thời gian trả lời lỗi {(int)response.StatusCode}. Thử lại sau.");
            await response.Content.LoadIntoBufferAsync(MaxResponse, stop);
            return exchange.Token(await response.Content.ReadAsByteArrayAsync(stop));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !stop.IsCancellationRequested))
        {
            return Problem.WrongState("Chưa kết nối được máy chủ cấp dấu thời gian. Kiểm tra mạng rồi thử lại.");
        }
    }
}
