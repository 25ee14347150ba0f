using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

public enum NoticeKind
{
    Info, Ok, Warn, Bad,
}

/// <summary>Something to read before going on; it stays in the page.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public NoticeKind Kind { get; set; }

    public string? Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind switch { NoticeKind.Ok => "notice ok", NoticeKind.Warn => "notice warn", NoticeKind.Bad => "notice bad", _ => "notice" });
        output.Attributes.SetAttribute("role", Kind is NoticeKind.Bad ? "alert" : "status");
        if (Title is not null)
            output.PreContent.AppendHtml(Tag.Of("h2", Title));
    }
}
