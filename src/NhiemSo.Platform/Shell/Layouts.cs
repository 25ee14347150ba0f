using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Shell;

/// <summary>The page frames. <c>_ViewStart</c> gives every page <see cref="Staff"/>; a public page sets <c>Layout = Layouts.Public</c>.</summary>
public static class Layouts
{
    /// <summary>For citizens: top bar, footer.</summary>
    public const string Public = "/Shell/_Public.cshtml";

    /// <summary>For staff: side menu, search, who is signed in.</summary>
    public const string Staff = "/Shell/_Staff.cshtml";

    /// <summary>For paper.</summary>
    public const string Print = "/Shell/_Print.cshtml";

    /// <summary>One small form in the middle: signing in.</summary>
    public const string Plain = "/Shell/_Plain.cshtml";

    /// <summary>Head and body only, asks no service: for the page that says the program failed.</summary>
    public const string Bare = "/Shell/_Document.cshtml";
}

/// <summary>What the frames read from the signed-in person.</summary>
public static class ShellClaims
{
    /// <summary>Claim type; the words shown after the name ("Chuyên viên").</summary>
    public const string Position = "position";

    /// <summary>Claim type; present on everybody who works here, absent on citizens with an account.</summary>
    public const string Staff = "staff";

    public static bool IsStaff(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == Staff);
}

/// <summary>Keys of ViewData that pages and frames share.</summary>
public static class PageData
{
    private const string ProblemKey = "Problem";
    private const string OrderKey = "FaultOrder";

    /// <summary>The problem the page answers with, if any.</summary>
    public static Problem? Problem(this ViewDataDictionary data) => data[ProblemKey] as Problem;

    public static void Problem(this ViewDataDictionary data, Problem problem) => data[ProblemKey] = problem;

    /// <summary>The fields with faults as the page asks them; ModelState itself goes by the alphabet.</summary>
    public static IReadOnlyList<string> FaultOrder(this ViewDataDictionary data) => data[OrderKey] as IReadOnlyList<string> ?? [];

    public static void FaultOrder(this ViewDataDictionary data, IReadOnlyList<string> fields) => data[OrderKey] = fields;

    /// <summary>"Lỗi: Tài liệu của bạn – Sở Thông tin và Truyền thông".</summary>
    public static string FullTitle(this ViewContext view)
    {
        var faulty = !view.ModelState.IsValid || view.ViewData.Problem() is not null;
        var office = view.ViewData["Office"] as string;
        return (faulty ? "Lỗi: " : "") + (view.ViewData["Title"] as string ?? "Trang") + (office is null ? "" : " – " + office);
    }
}
