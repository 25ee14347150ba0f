using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

public enum EventTime
{
    Past, Now, Next,
}

/// <summary>One thing that happened, happens or will happen.</summary>
/// <param name="What">"Hồ sơ đầy đủ, đã tiếp nhận"</param>
/// <param name="When">"10/11/2026, 09:12 · Lê Thu Hà, Bộ phận Một cửa"</param>
/// <param name="LinkText">A paper that came of it, with <paramref name="LinkHref"/>.</param>
public sealed record TimelineEvent(string What, string? When = null, EventTime Time = EventTime.Past, string? LinkText = null, string? LinkHref = null);

/// <summary>The course of a matter, in the order given.</summary>
[HtmlTargetElement("timeline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimelineTagHelper : TagHelper
{
    public IReadOnlyList<TimelineEvent> Events { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "timeline");
        foreach (var e in Events)
            output.Content.AppendHtml(One(e));
    }

    private static TagBuilder One(TimelineEvent e)
    {
        var item = new TagBuilder("li");
        if (e.Time is not EventTime.Past)
            item.AddCssClass(e.Time is EventTime.Now ? "now" : "next");
        if (e.Time is EventTime.Now)
            item.Attributes["aria-current"] = "step";
        item.InnerHtml.AppendHtml(Tag.Of(e.Time is EventTime.Next ? "span" : "strong", e.What));
        if (e.When is not null)
            item.InnerHtml.AppendHtml(Tag.Of("span", e.When, "sub num"));
        if (e.LinkHref is not null)
            item.InnerHtml.AppendHtml(Tag.Link(e.LinkHref, e.LinkText ?? "Xem", "small"));
        return item;
    }
}
