using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

public enum FieldKind
{
    Text, LongText, Number, Money, Date, Email, Phone, Password, Search, Select, Radios, Checkbox, Checks, File,
}

/// <summary>One answer to choose.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

public enum FieldWidth
{
    Full, Medium, Short,
}

/// <summary>
/// A question of a form: label, hint, fault and control, tied together for readers of the screen; what was typed is kept.
/// Bound with <c>for</c>, or by <c>name</c> and <c>value</c> where the fields come from a rule book.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    /// <summary>Several values, for <see cref="FieldKind.Checks"/>.</summary>
    public IEnumerable<string>? Values { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public FieldKind Kind { get; set; }

    public FieldWidth Width { get; set; }

    /// <summary>Says "(không bắt buộc)" after the label.</summary>
    public bool Optional { get; set; }

    public bool ReadOnly { get; set; }

    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>The HTML token that lets a browser fill in what it knows: "name", "tel", "email", "street-address".</summary>
    public string? Autocomplete { get; set; }

    public string? Placeholder { get; set; }

    public int? MaxLength { get; set; }

    public int Rows { get; set; } = 4;

    /// <summary>What files to offer: ".pdf,.docx".</summary>
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    /// <summary>On a phone the camera opens at once.</summary>
    public bool Capture { get; set; }

    /// <summary>The control that has the focus when the page opens; one per page.</summary>
    public bool Autofocus { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name ?? Name ?? throw new InvalidOperationException("A field needs for or name."));
        var id = Id(name);
        View.ModelState.TryGetValue(name, out var entry);
        var fault = entry?.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var control = new FieldControl(this, name, id, Typed(entry), Describe(id, fault), fault is not null);

        var grouped = Kind is FieldKind.Radios or FieldKind.Checks;
        output.TagName = grouped ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field" + (Kind is FieldKind.Search ? " search" : "") + (fault is null ? "" : " wrong"));
        if (grouped && control.DescribedBy is not null)
            output.Attributes.SetAttribute("aria-describedby", control.DescribedBy);

        var alone = Kind is FieldKind.Checkbox;
        if (!alone)
            output.Content.AppendHtml(LabelTag(grouped, id));
        // A box's label is the control's own: its hint follows it, as it follows every other label.
        if (Hint is not null && !alone)
            output.Content.AppendHtml(Line("hint", id + "-hint", Hint));
        if (fault is not null)
            output.Content.AppendHtml(Line("error", id + "-error", fault));
        output.Content.AppendHtml(control.Render());
        if (Hint is not null && alone)
            output.Content.AppendHtml(Line("hint", id + "-hint", Hint));
    }

    /// <summary>The id of a field's control (of the first one of a group): the error summary links to it.</summary>
    public static string Id(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private IReadOnlyList<string> Typed(ModelStateEntry? entry) => entry?.RawValue switch
    {
        _ when Kind is FieldKind.Password or FieldKind.File => [],
        string one => [one],
        string[] many => many,
        _ when Values is not null => [.. Values],
        _ when Value is not null => [Value],
        _ => FieldText.Of(For?.Model, Kind),
    };

    private TagBuilder LabelTag(bool grouped, string id)
    {
        var label = Tag.Of(grouped ? "legend" : "label", Label);
        if (!grouped)
            label.Attributes["for"] = id;
        if (Optional)
            label.InnerHtml.AppendHtml(Tag.Of("span", " (không bắt buộc)", "optional"));
        return label;
    }

    private static TagBuilder Line(string css, string id, string text)
    {
        var line = Tag.Of("p", text, css);
        line.Attributes["id"] = id;
        return line;
    }

    private string? Describe(string id, string? fault)
    {
        var ids = string.Join(' ', new[] { Hint is null ? null : id + "-hint", fault is null ? null : id + "-error" }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }
}
