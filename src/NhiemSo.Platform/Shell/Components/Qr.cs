using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NhiemSo.Platform.Papers.Pdf;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>A QR code drawn in the page itself: nothing to load, sharp in print.</summary>
[HtmlTargetElement("qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper : TagHelper
{
    /// <summary>Blank modules around it, without which some cameras don't find it.</summary>
    private const int Quiet = 4;

    public string Content { get; set; } = "";

    /// <summary>What it holds, for who can't see it.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rows = QrMark.Modules(Content);
        var side = rows.Count + 2 * Quiet;
        var dark = string.Concat(rows.SelectMany((row, y) => row.Cast<bool>().Select((on, x) => on ? $"M{x + Quiet} {y + Quiet}h1v1h-1z" : "")));
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("data-content", Content);
        output.Attributes.SetAttribute("width", "232");
        output.Attributes.SetAttribute("height", "232");
        output.Attributes.SetAttribute("viewBox", $"0 0 {side} {side}");
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.SetHtmlContent(new HtmlString($"<rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{dark}\" fill=\"#000\"/>"));
    }
}
