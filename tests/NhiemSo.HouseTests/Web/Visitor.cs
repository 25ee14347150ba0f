using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NhiemSo.Host.Demo;

namespace NhiemSo.HouseTests.Web;

/// <summary>A person with a browser that knows no JavaScript: follows links, fills the form on the page and submits it.</summary>
public sealed class Visitor(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "";

    public System.Net.Http.Headers.HttpResponseHeaders Headers { get; private set; } = null!;

    public byte[] Bytes { get; private set; } = [];

    public string? MediaType { get; private set; }

    public IHtmlDocument Page { get; private set; } = null!;

    public string Heading => Clean(Page.QuerySelector("h1")?.TextContent);

    public string Text => Clean(Page.Body?.TextContent);

    /// <summary>What the error summary says.</summary>
    public string Errors => Clean(Page.QuerySelector("[role=alert]")?.TextContent);

    /// <summary>A demo member of staff, signed in.</summary>
    public static async Task<Visitor> SignInAsync(Uri address, string userName)
    {
        var visitor = new Visitor(address);
        await visitor.GetAsync("/dang-nhap");
        return await visitor.SubmitAsync(new() { ["UserName"] = userName, ["Password"] = DemoDepartment.Password });
    }

    public async Task<Visitor> GetAsync(string path)
    {
        await TakeAsync(await http.GetAsync(path));
        return this;
    }

    /// <summary>How long the server takes for a page, without our reading of it.</summary>
    public async Task<TimeSpan> TimeAsync(string path)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(start);
        return answer.IsSuccessStatusCode ? took : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    /// <summary>Submits the form that holds <paramref name="button"/> (text of a button), else the page's main form, with what is on it and <paramref name="filled"/>; <paramref name="also"/> gives further values of a name.</summary>
    public async Task<Visitor> SubmitAsync(Dictionary<string, string>? filled = null, string? button = null, (string Field, string Name, byte[] Content)? file = null, IReadOnlyList<(string Name, string Value)>? also = null)
    {
        var press = Page.QuerySelectorAll("main button, form button").OfType<IHtmlButtonElement>().Where(b => button is null ? b.Form is not null && (b.ClassList.Contains("primary") || b.ClassList.Contains("danger")) : Clean(b.TextContent) == button)
            .OrderByDescending(b => b.ClassList.Contains("primary")).FirstOrDefault()
            ?? throw new InvalidOperationException($"No button '{button}' on {Path}: {Heading}. Buttons: {string.Join(" | ", Page.QuerySelectorAll("button").Select(b => Clean(b.TextContent)))}");
        var form = press.Form ?? throw new InvalidOperationException("The button has no form.");
        var values = Values(form);
        if (press.Name is { Length: > 0 } name) values[name] = press.Value;
        foreach (var (key, value) in filled ?? []) values[key] = value;
        var target = press.GetAttribute("formaction") ?? form.GetAttribute("action");
        var url = string.IsNullOrEmpty(target) ? Path : target;
        HttpContent content;
        if (file is { } f)
        {
            var parts = new MultipartFormDataContent();
            foreach (var (key, value) in values) parts.Add(new StringContent(value), key);
            parts.Add(new ByteArrayContent(f.Content), f.Field, f.Name);
            content = parts;
        }
        else
        {
            content = new FormUrlEncodedContent(values.Concat((also ?? []).Select(a => new KeyValuePair<string, string>(a.Name, a.Value))));
        }

        await TakeAsync(await http.PostAsync(url, content));
        return this;
    }

    /// <summary>Posts without looking at a form: what an attacker or an old page would send, with the page's own token.</summary>
    public async Task<Visitor> PostAsync(string path, Dictionary<string, string> values, bool withToken = true)
    {
        var token = !withToken ? null : Page?.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        if (token is not null) values["__RequestVerificationToken"] = token;
        await TakeAsync(await http.PostAsync(path, new FormUrlEncodedContent(values)));
        return this;
    }

    /// <summary>Ticks all boxes of one name and submits them with the rest, as a browser sends several values of one field.</summary>
    public async Task<Visitor> TickAllAsync(string name, Dictionary<string, string> filled)
    {
        var values = Page.QuerySelectorAll($"input[type=checkbox][name='{name}']").Select(b => KeyValuePair.Create(name, b.GetAttribute("value")!)).Concat(filled).ToList();
        values.Add(KeyValuePair.Create("__RequestVerificationToken", Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent(values);
        await TakeAsync(await http.PostAsync(Path, content));
        return this;
    }

    /// <summary>What a program sends.</summary>
    public async Task<Visitor> PostJsonAsync(string path, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        await TakeAsync(await http.PostAsync(path, content));
        return this;
    }

    /// <summary>Sends a file to an address whose page has no form for it, with the token of the page before.</summary>
    public async Task<Visitor> UploadAsync(string path, (string Field, string Name, byte[] Content) file)
    {
        using var parts = new MultipartFormDataContent();
        parts.Add(new StringContent(Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        parts.Add(new ByteArrayContent(file.Content), file.Field, file.Name);
        await TakeAsync(await http.PostAsync(path, parts));
        return this;
    }

    public void Dispose() => http.Dispose();

    public static string Clean(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, string> Values(IHtmlFormElement form)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked) values[box.Name!] = box.Value;
                    break;
                case IHtmlInputElement { Type: "file" or "submit" }: break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input: values[name] = input.Value; break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area: values[name] = area.Value; break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select: values[name] = select.Value ?? ""; break;
            }

        return values;
    }

    private async Task TakeAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            (Status, Headers) = (answer.StatusCode, answer.Headers);
            Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
            Bytes = await answer.Content.ReadAsByteArrayAsync();
            MediaType = answer.Content.Headers.ContentType?.MediaType;
            var html = MediaType == "text/html" ? System.Text.Encoding.UTF8.GetString(Bytes) : "";
            Page = (IHtmlDocument)await new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = false }).ParseDocumentAsync(html);
        }
    }
}
