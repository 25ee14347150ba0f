using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NhiemSo.Platform.Shell.Errors;

namespace NhiemSo.Platform.Shell;

/// <summary>
/// A page has nothing to show for a request that none of its handlers takes, e.g. a POST to a list: the framework would draw it
/// with nothing loaded. The error page alone is drawn for any method.
/// </summary>
internal sealed class HandledOnly : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && context.HandlerInstance is not ErrorPageModel) context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
