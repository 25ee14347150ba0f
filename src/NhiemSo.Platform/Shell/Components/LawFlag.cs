using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>"cần đối chiếu" beside a fact of law nobody has confirmed, its source one click away. Not inside a &lt;p&gt;.</summary>
[HtmlTargetElement("law-flag")]
public sealed class LawFlagTagHelper : TagHelper
{
    /// <summary>Where the fact was read: "Điều 9 NĐ 47/2011/NĐ-CP, theo bản tóm tắt".</summary>
    public string Source { get; set; } = "";

    /// <summary>"luật cập nhật đến 28/3/2024, cần đối chiếu" for a rule past the law horizon.</summary>
    public string Text { get; set; } = "cần đối chiếu";

    /// <summary>Draws nothing when true, so that callers need no condition.</summary>
    public bool Confirmed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Confirmed)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "unsure");
        output.PreContent.AppendHtml(Tag.Of("summary", Text));
        output.PreContent.Append($"Nguồn: {Source} ");
    }
}
