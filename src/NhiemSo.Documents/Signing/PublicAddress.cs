using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace NhiemSo.Documents.Signing;

/// <summary>The address under which strangers reach this server, printed as QR: setting <c>PublicAddress</c>, else that of the request.</summary>
internal sealed class PublicAddress(IConfiguration settings, IHttpContextAccessor http)
{
    public string Of(string path)
    {
        var request = http.HttpContext?.Request;
        var start = settings["PublicAddress"]?.TrimEnd('/') ?? (request is null ? "http://127.0.0.1:5080" : $"{request.Scheme}://{request.Host}");
        return start + path;
    }
}
