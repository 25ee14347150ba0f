using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NhiemSo.Platform.Files;

/// <summary>Hands out a file that somebody brought: under its name, and so that a browser which opens it runs nothing in it.</summary>
public static class FileAnswers
{
    public static IActionResult Answer(this PageModel page, OpenFile file)
    {
        page.Response.Headers["Content-Security-Policy"] = "sandbox; default-src 'none'";
        return page.File(file.Content, file.Ref.ContentType, file.Ref.Name);
    }
}
