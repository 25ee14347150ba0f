using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NhiemSo.Platform.Shell;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Shell;

/// <summary>The frames and error pages over HTTP, in a host that holds nothing but the shell.</summary>
public sealed class ErrorPageTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration["Office:Name"] = "Sở Thông tin và Truyền thông";
        builder.Configuration["Office:Place"] = "tỉnh Khánh Hòa";
        builder.Configuration["Office:Demo"] = "true";
        builder.Services.AddShell().AddApplicationPart(typeof(ShellServices).Assembly);
        builder.Services.AddSingleton<IMenuSource, SomeMenu>();
        app = builder.Build();
        app.UseShell();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.ContainsKey("as-staff"))
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Trần Thị Minh Hạnh"), new Claim(ShellClaims.Staff, "1"), new Claim(ShellClaims.Position, "Chuyên viên")], "test"));
            return next(context);
        });
        app.MapRazorPages();
        app.MapGet("/hong", IResult () => throw new InvalidOperationException("ruột máy"));
        app.MapGet("/api/hong", IResult () => throw new InvalidOperationException("ruột máy"));
        app.MapPost("/cam", () => Results.StatusCode(403));
        await app.StartAsync();
        http.BaseAddress = new Uri(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/khong-co", HttpStatusCode.NotFound, "Không tìm thấy trang này")]
    [InlineData("/loi/429", HttpStatusCode.TooManyRequests, "Đã có quá nhiều lần thử")]
    [InlineData("/loi/409", HttpStatusCode.Conflict, "Chưa hoặc không còn làm được việc này")]
    [InlineData("/hong", HttpStatusCode.InternalServerError, "Hệ thống gặp sự cố")]
    public async Task A_failed_request_is_told_what_to_do(string address, HttpStatusCode status, string title)
    {
        var (answer, page) = await Get(address);

        answer.StatusCode.ShouldBe(status);
        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.DocumentElement.TextContent.ShouldNotContain("ruột máy");
    }

    [Fact]
    public async Task A_forbidden_post_gets_the_page_too()
    {
        var answer = await http.PostAsync(new Uri("/cam", UriKind.Relative), null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Bạn không có quyền xem nội dung này");
    }

    [Theory]
    [InlineData("/api/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/api/hong", HttpStatusCode.InternalServerError)]
    public async Task The_interface_answers_machines_with_problem_json(string address, HttpStatusCode status)
    {
        var (answer, _) = await Get(address);

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Frames_need_nothing_the_content_policy_forbids(bool staff)
    {
        var (answer, page) = await Get("/loi/404", staff);

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        page.QuerySelectorAll("[style], style, script:not([src]), [onclick]").ShouldBeEmpty();
        page.DocumentElement.GetAttribute("lang").ShouldBe("vi");
        page.QuerySelector(page.QuerySelector("a.skip")!.GetAttribute("href")!)!.LocalName.ShouldBe("main");
        page.Title.ShouldBe("Không tìm thấy trang này – Sở Thông tin và Truyền thông");
    }

    [Fact]
    public async Task Vietnamese_letters_are_letters_in_the_source_of_the_page()
    {
        var answer = await http.GetAsync(new Uri("/loi/404", UriKind.Relative));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("<small>tỉnh Khánh Hòa</small>");
    }

    [Fact]
    public async Task Staff_see_their_menu_with_what_waits_and_only_what_their_role_allows()
    {
        var (_, page) = await Get("/loi/404", staff: true);

        page.QuerySelectorAll(".side nav a").Select(a => a.TextContent.Trim()).ShouldBe(["Việc của tôi  14 đang chờ", "Sổ bộ", "Báo cáo"]);
        page.QuerySelectorAll(".side nav h2").Select(h => h.TextContent).ShouldBe(["Sở"]);
        page.QuerySelector(".who .full")!.TextContent.ShouldBe("Trần Thị Minh Hạnh · Chuyên viên");
        page.QuerySelector("form[action='/dang-xuat'] input[name=__RequestVerificationToken]").ShouldNotBeNull();
    }

    private async Task<(HttpResponseMessage Answer, IDocument Page)> Get(string address, bool staff = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (staff)
            request.Headers.Add("as-staff", "1");
        var answer = await http.SendAsync(request);
        return (answer, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    private sealed class SomeMenu : IMenuSource
    {
        public IEnumerable<MenuItem> Items =>
        [
            new("Báo cáo", "/bao-cao", 30, "Sở"),
            new("Quản trị", "/quan-tri", 31, "Sở", Role: "quan-tri"),
            new("Sổ bộ", "/so-bo", 20, Count: _ => ValueTask.FromResult<int?>(0)),
            new("Việc của tôi", "/viec", 10, Count: _ => ValueTask.FromResult<int?>(14)),
        ];
    }
}
