using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace NhiemSo.Platform.Outcomes;

/// <summary>How the API answers with a problem: application/problem+json (RFC 9457).</summary>
public static class OutcomeHttp
{
    /// <summary>The one place that gives a kind of problem its status.</summary>
    public static int Status(this Problem problem) => problem.Kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status400BadRequest,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.WrongState or ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Kind, null),
    };

    public static ProblemDetails ToProblemDetails(this Problem problem)
    {
        var details = new ProblemDetails { Status = problem.Status(), Title = Title(problem.Kind), Detail = problem.Message };
        details.Extensions["kind"] = problem.Kind.ToString();
        if (problem.Fields.Count > 0)
            details.Extensions["errors"] = problem.Fields.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray());
        return details;
    }

    /// <summary>The problem as the answer of a minimal API endpoint.</summary>
    public static IResult ToResult(this Problem problem) => Results.Problem(problem.ToProblemDetails());

    private static string Title(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => "Dữ liệu gửi lên cần sửa",
        ProblemKind.NotFound => "Không tìm thấy",
        ProblemKind.Forbidden => "Không có quyền",
        ProblemKind.WrongState => "Chưa hoặc không còn làm được việc này",
        ProblemKind.Conflict => "Nội dung vừa được người khác sửa",
        _ => "Quá nhiều lần thử",
    };
}
