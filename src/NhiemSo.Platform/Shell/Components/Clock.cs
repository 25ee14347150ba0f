using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>The clock of a matter: shape and word, with the date under it. States: on-time, soon, late, paused, done.</summary>
[HtmlTargetElement("clock", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClockTagHelper : TagHelper
{
    public string State { get; set; } = "on-time";

    /// <summary>"Hạn hôm nay, 17:00", "Còn 4 ngày làm việc", "Quá 2 ngày".</summary>
    public string Text { get; set; } = "";

    /// <summary>"25/11/2026"; stands under the chip.</summary>
    public string? Date { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "clock " + State);
        output.Content.SetContent(Text);
        if (Date is not null)
            output.PostElement.AppendHtml(Tag.Of("span", Date, "sub num"));
    }
}
