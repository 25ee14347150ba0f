using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace NhiemSo.Platform.Shell;

/// <summary>No person types U+0000 and PostgreSQL can't hold it in a text: a form or an address with it is refused at the door, on both engines alike.</summary>
internal sealed class NoZeroCharacters : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        // The form was read before, to check its token.
        if (Holds(request.Query) || (request.HasFormContentType && Holds(await request.ReadFormAsync(context.HttpContext.RequestAborted))))
            context.Result = new BadRequestResult();
        else
            await next();
    }

    private static bool Holds(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields) =>
        fields.Any(f => f.Key.Contains('\0') || f.Value.Any(v => v?.Contains('\0') == true));
}
