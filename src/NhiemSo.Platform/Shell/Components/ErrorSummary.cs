using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>What must be put right, at the top of the page, each line leading to its field. Nothing when there is nothing.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = Faults();
        var problem = View.ViewData.Problem();
        if (faults.Count == 0 && problem is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice bad");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-faults", "");
        output.Content.AppendHtml(Tag.Of("h2", faults.Count == 0 ? "Chưa làm được" : $"Cần sửa {faults.Count} chỗ"));
        if (problem is not null)
            output.Content.AppendHtml(Tag.Of("p", problem.Message));
        if (faults.Count > 0)
            output.Content.AppendHtml(List(faults));
    }

    /// <summary>In the page's order and its spelling: ModelState goes by the alphabet, and calls a field as the property is called that takes it.</summary>
    private List<(string Field, string Message)> Faults()
    {
        var order = View.ViewData.FaultOrder().ToList();
        return [.. from entry in View.ModelState
                   let at = order.FindIndex(f => string.Equals(f, entry.Key, StringComparison.OrdinalIgnoreCase))
                   from fault in entry.Value.Errors
                   orderby at < 0 ? int.MaxValue : at
                   select (at < 0 ? entry.Key : order[at], fault.ErrorMessage)];
    }

    private static TagBuilder List(List<(string Field, string Message)> faults)
    {
        var list = new TagBuilder("ul");
        list.AddCssClass("faults");
        foreach (var (field, message) in faults)
        {
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(field.Length == 0 ? Tag.Of("span", message) : Tag.Link("#" + FieldTagHelper.Id(field), message));
            list.InnerHtml.AppendHtml(item);
        }

        return list;
    }
}
