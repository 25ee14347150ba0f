using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>A paper or file asked for or received.</summary>
/// <param name="Note">"86 trang, 4,2 MB, đã nhận lúc 09:12"</param>
/// <param name="Here">True: it is there (✓), false: it is missing (✗), null: no mark.</param>
/// <param name="ActText">What can be done beside opening it: "Đổi tệp".</param>
public sealed record FileRow(string Name, string? Note = null, string? Href = null, bool? Here = null, string? ActText = null, string? ActHref = null);

/// <summary>Papers of a dossier, attachments of a document.</summary>
[HtmlTargetElement("file-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileListTagHelper : TagHelper
{
    public IReadOnlyList<FileRow> Rows { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "files");
        foreach (var row in Rows)
            output.Content.AppendHtml(One(row));
    }

    private static TagBuilder One(FileRow row)
    {
        var item = new TagBuilder("li");
        if (row.Here is { } here)
        {
            var mark = Tag.Of("span", here ? "✓" : "✗", here ? "yes" : "no");
            mark.Attributes["role"] = "img";
            mark.Attributes["aria-label"] = here ? "đủ" : "thiếu";
            item.InnerHtml.AppendHtml(mark);
        }

        var name = new TagBuilder("span");
        name.InnerHtml.AppendHtml(row.Href is null ? Tag.Of("span", row.Name) : Tag.Link(row.Href, row.Name));
        if (row.Note is not null)
            name.InnerHtml.AppendHtml(Tag.Of("span", row.Note, "sub"));
        item.InnerHtml.AppendHtml(name);
        if (row.ActHref is not null)
            item.InnerHtml.AppendHtml(Tag.Link(row.ActHref, row.ActText ?? "Xem", "acts"));
        return item;
    }
}
