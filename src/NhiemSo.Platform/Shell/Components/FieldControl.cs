using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>Draws the control of one field.</summary>
internal sealed class FieldControl(FieldTagHelper field, string name, string id, IReadOnlyList<string> values, string? describedBy, bool wrong)
{
    public string? DescribedBy => describedBy;

    public IHtmlContent Render() => field.Kind switch
    {
        FieldKind.LongText => LongText(),
        FieldKind.Select => Select(),
        FieldKind.Radios => Choices("radio"),
        FieldKind.Checks => Choices("checkbox"),
        FieldKind.Checkbox => Checkbox(),
        _ => Input(),
    };

    private TagBuilder Input()
    {
        var input = Control("input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = field.Kind switch
        {
            FieldKind.Email => "email",
            FieldKind.Phone => "tel",
            FieldKind.Password => "password",
            FieldKind.Search => "search",
            FieldKind.File => "file",
            _ => "text",
        };
        if (field.Kind is FieldKind.Number or FieldKind.Money or FieldKind.Date)
            input.Attributes["inputmode"] = "numeric";
        if (field.Kind is FieldKind.Date)
            input.MergeAttribute("placeholder", "ngày/tháng/năm");
        if (field.Kind is FieldKind.Number or FieldKind.Money or FieldKind.Date && field.Width is FieldWidth.Full)
            input.AddCssClass("short");
        if (field.Accept is not null)
            input.Attributes["accept"] = field.Accept;
        if (field.Capture)
            input.Attributes["capture"] = "environment";
        if (field.Multiple)
            input.Attributes["multiple"] = "multiple";
        if (values.Count > 0)
            input.Attributes["value"] = values[0];
        return input;
    }

    private TagBuilder LongText()
    {
        var area = Control("textarea");
        area.Attributes["rows"] = field.Rows.ToString();
        // HTML drops the first line break after <textarea>; without one of ours a typed one would be lost.
        area.InnerHtml.AppendHtml("\n").Append(values.Count > 0 ? values[0] : "");
        return area;
    }

    private TagBuilder Select()
    {
        var select = Control("select");
        foreach (var choice in field.Choices)
        {
            var option = Tag.Of("option", choice.Text);
            option.Attributes["value"] = choice.Value;
            if (values.Contains(choice.Value))
                option.Attributes["selected"] = "selected";
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private HtmlContentBuilder Choices(string type)
    {
        var all = new HtmlContentBuilder();
        for (var i = 0; i < field.Choices.Count; i++)
        {
            var choice = field.Choices[i];
            var own = i == 0 ? id : $"{id}-{i}";
            all.AppendHtml(One(type, own, choice.Value, values.Contains(choice.Value), choice.Text, choice.Hint));
        }

        return all;
    }

    private HtmlContentBuilder Checkbox()
    {
        var on = values.Any(v => v is "true" or "on");
        var unchecked_ = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        unchecked_.Attributes["type"] = "hidden";
        unchecked_.Attributes["name"] = name;
        unchecked_.Attributes["value"] = "false";
        var box = One("checkbox", id, "true", on, field.Label, null);
        return (HtmlContentBuilder)new HtmlContentBuilder().AppendHtml(box).AppendHtml(unchecked_);
    }

    private TagBuilder One(string type, string own, string value, bool on, string text, string? hint)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["id"] = own;
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        if (on)
            input.Attributes["checked"] = "checked";
        if (field.Kind is FieldKind.Checkbox && describedBy is not null)
            input.Attributes["aria-describedby"] = describedBy;
        if (wrong)
            input.Attributes["aria-invalid"] = "true";
        var label = Tag.Of("label", text);
        label.Attributes["for"] = own;
        if (hint is not null)
            label.InnerHtml.AppendHtml(Tag.Of("span", hint, "sub"));
        var row = new TagBuilder("div");
        row.AddCssClass("choice");
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        return row;
    }

    private TagBuilder Control(string tag)
    {
        var control = new TagBuilder(tag);
        control.AddCssClass(field.Width switch { FieldWidth.Short => "control short", FieldWidth.Medium => "control medium", _ => "control" });
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        if (describedBy is not null)
            control.Attributes["aria-describedby"] = describedBy;
        if (wrong)
            control.Attributes["aria-invalid"] = "true";
        if (field.Autocomplete is not null)
            control.Attributes["autocomplete"] = field.Autocomplete;
        if (field.Placeholder is not null)
            control.Attributes["placeholder"] = field.Placeholder;
        if (field.MaxLength is { } max)
            control.Attributes["maxlength"] = max.ToString();
        if (field.ReadOnly)
            control.Attributes["readonly"] = "readonly";
        if (field.Autofocus)
            control.Attributes["autofocus"] = "autofocus";
        return control;
    }
}
