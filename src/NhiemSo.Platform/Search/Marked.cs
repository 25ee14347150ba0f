using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search;

/// <summary>A text with the words that were looked for in <c>mark</c>.</summary>
[HtmlTargetElement("marked", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkedTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    public SearchQuery? Query { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        var at = 0;
        foreach (var (start, length) in Query?.Marks(Text) ?? [])
        {
            var mark = new TagBuilder("mark");
            mark.InnerHtml.Append(Text.Substring(start, length));
            output.Content.Append(Text[at..start]);
            output.Content.AppendHtml(mark);
            at = start + length;
        }

        output.Content.Append(Text[at..]);
    }
}
