using Microsoft.AspNetCore.Http;
using NhiemSo.Platform.Authority;

namespace NhiemSo.Platform.Identity;

/// <summary>Who looks at this request, with what they hold now; found out once per request from the directory, not from the cookie.</summary>
public sealed class CurrentReader(IHttpContextAccessor http, Readers readers)
{
    private Reader? reader;

    /// <summary><see cref="Reader.Nobody"/> for who isn't signed in as staff.</summary>
    public async ValueTask<Reader> GetAsync(CancellationToken ct)
    {
        if (reader is not null) return reader;
        var claim = http.HttpContext?.User.FindFirst(AccountClaims.PersonId)?.Value;
        return reader = Guid.TryParse(claim, out var id) ? await readers.OfPersonAsync(id, ct) : Reader.Nobody;
    }
}
