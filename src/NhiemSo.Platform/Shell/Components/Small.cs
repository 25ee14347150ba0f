using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>"Bước 2 trong 5 · Cấp giấy phép …", above the heading.</summary>
[HtmlTargetElement("step", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepTagHelper : TagHelper
{
    public int At { get; set; }

    public int Of { get; set; }

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "step");
        output.Content.SetContent($"Bước {At} trong {Of}" + (Text is null ? "" : " · " + Text));
    }
}

/// <summary>Frame of a table: scrolls sideways by itself, can be reached by keyboard, has a name.</summary>
[HtmlTargetElement("table-frame")]
public sealed class TableFrameTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "framed");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary>"Không có hồ sơ nào quá hạn." and, inside, what to do next.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.AppendHtml("<p>").AppendHtml(Tag.Of("strong", Title)).AppendHtml("</p>");
    }
}

/// <summary>Keyset paging: the same address with <c>sau</c> set to the last row's cursor.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>Null on the last page.</summary>
    public string? Next { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        var later = request.Query.ContainsKey("sau");
        if (string.IsNullOrEmpty(Next) && !later)
        {
            output.SuppressOutput();
            return;
        }

        var kept = request.Query.Where(q => q.Key != "sau").ToList();
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Trang");
        if (later)
            output.Content.AppendHtml(Tag.Link(QueryHelpers.AddQueryString(request.Path, kept), "Về đầu danh sách", "btn"));
        if (!string.IsNullOrEmpty(Next))
            output.Content.AppendHtml(Tag.Link(QueryHelpers.AddQueryString(QueryHelpers.AddQueryString(request.Path, kept), "sau", Next), "Trang sau", "btn"));
    }
}

/// <summary>A button that prints the page; shown only where scripts run.</summary>
[HtmlTargetElement("print-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PrintButtonTagHelper : TagHelper
{
    public string Text { get; set; } = "In trang này";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "button");
        output.Attributes.SetAttribute("class", "btn quiet no-print");
        output.Attributes.SetAttribute("data-print", "");
        output.Attributes.SetAttribute("data-needs-script", "");
        output.Attributes.SetAttribute("hidden", "hidden");
        output.Content.SetContent(Text);
    }
}
