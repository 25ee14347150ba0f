using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Platform.Outcomes;

/// <summary>How a page answers with a problem.</summary>
public static class OutcomePages
{
    private static readonly object Key = new();

    /// <summary>
    /// Shows the page again with its faults (400) or with a notice (409), where its <c>&lt;error-summary /&gt;</c> stands;
    /// or leaves the page for the one that says 403, 404 or 429. Whatever the page shows must be loaded before.
    /// </summary>
    public static IActionResult Answer(this PageModel page, Problem problem)
    {
        switch (problem.Kind)
        {
            case ProblemKind.Invalid:
                foreach (var fault in problem.Fields)
                    page.ModelState.AddModelError(fault.Field, fault.Message);
                page.ViewData.FaultOrder([.. problem.Fields.Select(f => f.Field)]);
                if (problem.Fields.Count == 0)
                    page.ModelState.AddModelError("", problem.Message);
                return Again(page, problem);
            case ProblemKind.WrongState or ProblemKind.Conflict:
                page.ViewData.Problem(problem);
                return Again(page, problem);
            default:
                page.HttpContext.Items[Key] = problem;
                return new StatusCodeResult(problem.Status());
        }
    }

    /// <summary>The problem for which the request left its page, for the error page to say.</summary>
    internal static Problem? Left(HttpContext http) => http.Items[Key] as Problem;

    private static PageResult Again(PageModel page, Problem problem)
    {
        var result = page.Page();
        result.StatusCode = problem.Status();
        return result;
    }
}
