using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

public enum DutyState
{
    /// <summary>A rule is bound, no work yet.</summary>
    Silent,

    /// <summary>There is or was work.</summary>
    Active,

    /// <summary>Some work is late.</summary>
    Late,

    /// <summary>No rule is bound.</summary>
    Unbound,
}

/// <summary>One duty on the map; <paramref name="Label"/> is its provision ("4.3.2.a").</summary>
public sealed record DutyCell(string Label, string Href, DutyState State, bool Here = false);

/// <summary>The mandate at a glance, one cell per duty. It always has a table of the same beside or under it.</summary>
[HtmlTargetElement("duty-map", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DutyMapTagHelper : TagHelper
{
    public IReadOnlyList<DutyCell> Cells { get; set; } = [];

    /// <summary>Draws the legend under the map.</summary>
    public bool Legend { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "map");
        foreach (var cell in Cells)
        {
            var (css, words) = Look(cell.State);
            var link = Tag.Link(cell.Href, "", css);
            if (cell.Here)
            {
                link.AddCssClass("here");
                link.Attributes["aria-current"] = "true";
            }

            link.Attributes["title"] = $"{cell.Label}: {words}";
            link.InnerHtml.AppendHtml(Tag.Of("span", $"{cell.Label}: {words}", "visually-hidden"));
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(link);
            output.Content.AppendHtml(item);
        }

        if (Legend)
            output.PostElement.AppendHtml(Tag.Of("p", "Ô tô màu: có việc; ô bị cắt góc: có việc quá hạn; ô trắng: chưa có việc; ô gạch chéo: chưa gắn quy tắc nào.", "small soft mt-3"));
    }

    private static (string Css, string Words) Look(DutyState state) => state switch
    {
        DutyState.Active => ("active", "có việc"),
        DutyState.Late => ("late", "có việc quá hạn"),
        DutyState.Unbound => ("unbound", "chưa gắn quy tắc"),
        _ => ("silent", "chưa có việc"),
    };
}
