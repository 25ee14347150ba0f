using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace NhiemSo.Platform.Shell;

/// <summary>No person types U+0000 and PostgreSQL can't hold it in a text: a form or an address with it is refused at the door, on both engines alike.</summary>
internal sealed class NoZeroCharacters : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        // The form was read before, to check its token; one that could not be read is none, and is refused for that.
        var form = context.HttpContext.Features.Get<IFormFeature>()?.Form;
        if (Holds(context.HttpContext.Request.Query) || (form is not null && Holds(form))) context.Result = new BadRequestResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static bool Holds(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        fields.Any(f => f.Key.Contains('\0') || f.Value.Any(v => v?.Contains('\0') == true));
}
