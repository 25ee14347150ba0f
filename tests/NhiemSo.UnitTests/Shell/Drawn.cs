using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace NhiemSo.UnitTests.Shell;

/// <summary>A component drawn as a browser would read it.</summary>
internal static class Drawn
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IElement Html(TagHelper helper, string inside = "")
    {
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(inside)));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        if (!output.IsContentModified)
            output.Content.SetHtmlContent(inside);
        using var text = new StringWriter();
        ((IHtmlContent)output).WriteTo(text, Encoder);
        return new HtmlParser().ParseDocument(text.ToString()).Body!;
    }

    public static ViewContext View(string address = "/", Action<ModelStateDictionary>? state = null)
    {
        var http = new DefaultHttpContext();
        var cut = address.IndexOf('?', StringComparison.Ordinal);
        http.Request.Path = cut < 0 ? address : address[..cut];
        http.Request.QueryString = cut < 0 ? QueryString.Empty : new QueryString(address[cut..]);
        var action = new Microsoft.AspNetCore.Mvc.ActionContext(http, new RouteData(), new ActionDescriptor());
        state?.Invoke(action.ModelState);
        return new ViewContext(action, new NoView(), new ViewDataDictionary(new EmptyModelMetadataProvider(), action.ModelState), new NoTempData(), TextWriter.Null, new HtmlHelperOptions());
    }

    private sealed class NoView : Microsoft.AspNetCore.Mvc.ViewEngines.IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : Dictionary<string, object?>, ITempDataDictionary
    {
        public void Keep()
        {
        }

        public void Keep(string key)
        {
        }

        public void Load()
        {
        }

        public object? Peek(string key) => null;

        public void Save()
        {
        }
    }
}
