using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>One day, or a run of like days, on the way to a due date.</summary>
/// <param name="Day">"T4 25/11" or "T7–CN 14–15/11"</param>
/// <param name="Count">"10", "1–3", "–" when not counted.</param>
/// <param name="Why">"nghỉ hằng tuần", "Ngày Văn hóa Việt Nam", "hạn, 17:00"</param>
public sealed record DayRow(string Day, string Count, string Why, bool Counted = true, bool Due = false);

/// <summary>Why the due date is this date, day by day.</summary>
[HtmlTargetElement("days-table", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DaysTableTagHelper : TagHelper
{
    public IReadOnlyList<DayRow> Rows { get; set; } = [];

    /// <summary>Named for readers of the screen.</summary>
    public string Caption { get; set; } = "Cách tính thời hạn";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "framed");
        var table = new TagBuilder("table");
        table.AddCssClass("days num");
        table.InnerHtml.AppendHtml(Tag.Of("caption", Caption, "visually-hidden"))
            .AppendHtml("<thead><tr><th scope=\"col\">Ngày</th><th scope=\"col\">Tính</th><th scope=\"col\">Vì</th></tr></thead>");
        var body = new TagBuilder("tbody");
        foreach (var row in Rows)
        {
            var line = new TagBuilder("tr");
            if (!row.Counted || row.Due)
                line.AddCssClass(row.Due ? "due" : "off");
            line.InnerHtml.AppendHtml(Tag.Of("td", row.Day)).AppendHtml(Tag.Of("td", row.Count)).AppendHtml(Tag.Of("td", row.Why));
            body.InnerHtml.AppendHtml(line);
        }

        table.InnerHtml.AppendHtml(body);
        output.Content.SetHtmlContent(table);
    }
}
