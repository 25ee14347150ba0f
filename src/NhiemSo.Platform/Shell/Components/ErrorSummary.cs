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
        var order = View.ViewData.FaultOrder().Select((field, at) => (field, at)).DistinctBy(f => f.field, StringComparer.OrdinalIgnoreCase).ToDictionary(f => f.field, f => f.at, StringComparer.OrdinalIgnoreCase);
        var faults = View.ModelState.SelectMany(e => e.Value!.Errors.Select(f => (Field: e.Key, f.ErrorMessage))).OrderBy(f => order.GetValueOrDefault(f.Field, int.MaxValue)).ToList();
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
