using Microsoft.AspNetCore.Mvc.Rendering;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>An element with (encoded) text in it.</summary>
internal static class Tag
{
    public static TagBuilder Of(string name, string text, string? css = null)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
            tag.AddCssClass(css);
        tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder Link(string href, string text, string? css = null)
    {
        var link = Of("a", text, css);
        link.Attributes["href"] = href;
        return link;
    }
}
