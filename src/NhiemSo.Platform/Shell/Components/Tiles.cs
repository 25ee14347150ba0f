using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

public enum TileTone
{
    Plain, Soon, Late,
}

/// <summary>A count that leads to what it counts.</summary>
/// <param name="More">Counting stopped there: a "+" follows.</param>
public sealed record Tile(string Text, long Count, string Href, TileTone Tone = TileTone.Plain, bool Current = false, bool More = false);

/// <summary>A row of counts above a list.</summary>
[HtmlTargetElement("tiles", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TilesTagHelper : TagHelper
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public IReadOnlyList<Tile> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tiles");
        foreach (var tile in Items)
            output.Content.AppendHtml(One(tile));
    }

    private static TagBuilder One(Tile tile)
    {
        // A tone on an empty count would shout about nothing.
        var tone = tile.Count == 0 ? TileTone.Plain : tile.Tone;
        var link = new TagBuilder("a");
        link.AddCssClass(tone switch { TileTone.Late => "tile late", TileTone.Soon => "tile soon", _ => "tile" });
        link.Attributes["href"] = tile.Href;
        if (tile.Current)
            link.Attributes["aria-current"] = "true";
        link.InnerHtml.AppendHtml(Tag.Of("strong", tile.Count.ToString("N0", Vietnamese) + (tile.More ? "+" : ""), "num")).Append(" " + tile.Text);
        return link;
    }
}
