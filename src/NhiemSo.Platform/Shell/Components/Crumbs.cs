using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>One place above this page; without address it is only named.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>The way to this page, above its heading; the page itself isn't in it.</summary>
[HtmlTargetElement("crumbs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CrumbsTagHelper : TagHelper
{
    public IReadOnlyList<Crumb> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "crumbs");
        output.Attributes.SetAttribute("aria-label", "Đường dẫn");
        var list = new TagBuilder("ol");
        foreach (var crumb in Items)
        {
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(crumb.Href is null ? Tag.Of("span", crumb.Text) : Tag.Link(crumb.Href, crumb.Text));
            list.InnerHtml.AppendHtml(item);
        }

        output.Content.SetHtmlContent(list);
    }
}
