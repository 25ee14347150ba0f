using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NhiemSo.Platform.Shell;

/// <summary>
/// A request larger than its page takes is told so (413). Left alone it would fail where the form is read, which answers 400 as if the
/// page had been open too long. What was sent is read and thrown away first: a browser still sending doesn't read an answer.
/// </summary>
internal sealed class TooLarge(RequestDelegate next)
{
    /// <summary>Beyond this nobody waits for the rest; the connection is closed.</summary>
    private const long ReadToTheEnd = 1L << 30;

    public async Task InvokeAsync(HttpContext http)
    {
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is null or { IsReadOnly: true } || http.Request.ContentLength is not { } length || !(length > limit.MaxRequestBodySize))
        {
            await next(http);
            return;
        }

        if (length <= ReadToTheEnd)
        {
            limit.MaxRequestBodySize = null;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
