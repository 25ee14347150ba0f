using System.Net;
using System.Reflection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.House;

/// <summary>
/// Every page and endpoint of the running route table against <c>routes.txt</c>: who gets in, what others are told, what an
/// address that stands for nothing gives. Wrong states are shown by the tests named there.
/// </summary>
public sealed class PageTrioTests(TrioBed bed) : IClassFixture<TrioBed>
{
    private static readonly IReadOnlyList<Expected> Routes = RouteTable.Reviewed;

    [Theory, BothEngines]
    public async Task Every_route_has_its_line_and_every_line_its_route(Engine engine)
    {
        var running = await RouteTable.RunningAsync((await bed.OpenAsync(engine)).House);
        running.Except(Routes.Select(r => r.Name)).ShouldBeEmpty("routes without a line in routes.txt");
        Routes.Select(r => r.Name).Except(running).ShouldBeEmpty("lines of routes.txt without a route");
        Routes.Select(r => r.Name).ShouldBeUnique();
    }

    [Fact]
    public void Every_wrong_state_is_shown_by_a_test_that_is_there()
    {
        foreach (var route in Routes.Where(r => r.Wrong != "-"))
        {
            var at = route.Wrong.LastIndexOf('.');
            var test = typeof(PageTrioTests).Assembly.GetType("NhiemSo.HouseTests." + route.Wrong[..at])?.GetMethod(route.Wrong[(at + 1)..]);
            test?.GetCustomAttribute<TheoryAttribute>().ShouldNotBeNull($"{route.Name}: {route.Wrong}");
            test.ShouldNotBeNull($"{route.Name}: {route.Wrong}");
        }
    }

    [Theory, BothEngines]
    public async Task Who_may_is_answered_with_a_page_in_words(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        foreach (var route in Routes.Where(r => r.There != "-"))
        {
            var visitor = await (await world.WhoMayAsync(route.Who)).GetAsync(world.AddressOf(route));
            Answered(visitor, route.There, route.Name);
            world.IsInWords(visitor, route.Name);
        }
    }

    [Theory, BothEngines]
    public async Task Nobody_signed_in_is_led_to_the_sign_in_and_nothing_is_done(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var before = await world.FingerprintAsync();
        var nobody = await world.NobodyAsync();
        foreach (var route in Routes.Where(r => r.Who != "anyone" && !r.IsForPrograms))
        {
            await nobody.GetAsync("/tra-cuu");
            var address = world.AddressOf(route);
            if (route.IsPost) await nobody.PostAsync(address, []);
            else await nobody.GetAsync(address);
            if (route.Who == "program") nobody.Status.ShouldBe(HttpStatusCode.Unauthorized, route.Name);
            else nobody.Path.ShouldBe(route.Who switch { "applicant" => "/tra-cuu", "owner" => "/nguoi-nop/dang-nhap", _ => "/dang-nhap?ve=" + Uri.EscapeDataString(address) }, route.Name);
            world.IsInWords(nobody, route.Name);
        }

        (await world.FingerprintAsync()).ShouldBe(before);
    }

    [Theory, BothEngines]
    public async Task Staff_without_the_right_are_refused_or_find_nothing_there(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var stranger = await world.StrangerAsync();
        await stranger.GetAsync("/tai-khoan");
        var before = await world.FingerprintAsync();
        foreach (var route in Routes.Where(r => r.Who is "matter" or "desk" or "leader" or "admin" or "keeper"))
            await RefusedAsync(world, stranger, route, route.Who == "matter" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);
        (await world.FingerprintAsync()).ShouldBe(before);
    }

    [Theory, BothEngines]
    public async Task Whose_post_ended_gets_into_no_page_of_the_staff(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var former = await world.FormerAsync();
        await former.GetAsync("/doi-mat-khau");
        foreach (var route in Routes.Where(r => r.Who is not ("anyone" or "applicant" or "owner" or "account") && !r.IsForPrograms))
            await RefusedAsync(world, former, route, HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task An_address_that_stands_for_nothing_is_not_found(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        foreach (var route in Routes.Where(r => r.Unknown != "-"))
            foreach (var part in route.Parts)
                foreach (var (value, answer) in Values(route, part))
                {
                    var why = $"{route.Name}, {part} = {value}";
                    var visitor = await world.WhoMayAsync(route.Who);
                    var address = world.AddressOf(route, part, value);
                    if (!route.IsPost) await visitor.GetAsync(address);
                    else if (route.Who == "ticket") await visitor.PostJsonAsync(address, """{"value":"AAAA"}""");
                    else await (await WithFormAsync(visitor, route)).PostAsync(address, []);
                    Answered(visitor, answer, why);
                    world.IsInWords(visitor, why);
                }

        var nobody = await world.NobodyAsync();
        foreach (var address in (string[])["/khong-co-trang-nay", "/mot-cua/khong-phai-ma", "/api/v1/khong-co"])
        {
            Answered(await nobody.GetAsync(address), "404", address);
            world.IsInWords(nobody, address);
        }

        Answered(await nobody.PostJsonAsync("/api/v1/mandates/current/duties", "{}"), "405", "an endpoint that takes no POST says so to whoever asks");
        world.IsInWords(nobody, "405");
    }

    [Theory, BothEngines]
    public async Task A_form_without_its_token_is_not_taken(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        foreach (var group in Routes.Where(r => r.IsPost && !r.IsForPrograms).GroupBy(r => r.Who))
        {
            var visitor = await world.WhoMayAsync(group.Key);
            var before = await world.FingerprintAsync();
            foreach (var route in group)
            {
                await visitor.PostAsync(world.AddressOf(route), [], withToken: false);
                visitor.Status.ShouldBe(HttpStatusCode.BadRequest, route.Name);
                visitor.Heading.ShouldBe("Không đọc được yêu cầu", route.Name);
                world.IsInWords(visitor, route.Name);
            }

            (await world.FingerprintAsync()).ShouldBe(before);
        }
    }

    [Theory, BothEngines]
    public async Task A_page_takes_no_form_that_it_has_no_handler_for(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        foreach (var route in Routes.Where(r => r is { Verb: "GET", Who: not "ticket" } && !r.Route.StartsWith("/api", StringComparison.Ordinal) && r.Route is not ("/healthz/live" or "/healthz/ready" or "/loi/{code:int:range(400,599)}"))
                     .Where(r => !Routes.Any(o => o.Verb == "POST" && o.Route == r.Route)))
        {
            var visitor = await WithFormAsync(await world.WhoMayAsync(route.Who), route);
            await visitor.PostAsync(world.AddressOf(route), []);
            visitor.Status.ShouldBe(HttpStatusCode.MethodNotAllowed, route.Name);
            world.IsInWords(visitor, route.Name);
        }
    }

    [Theory, BothEngines]
    public async Task A_walk_through_the_whole_house_leaves_no_warning_in_the_log(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        foreach (var route in Routes.Where(r => r.There != "-")) await (await world.WhoMayAsync(route.Who)).GetAsync(world.AddressOf(route));
        await (await world.StrangerAsync()).GetAsync("/quan-tri/nguoi");
        world.House.Warnings.Lines.ShouldBeEmpty();
    }

    private static async Task RefusedAsync(TrioWorld world, Visitor visitor, Expected route, HttpStatusCode expected)
    {
        if (route.IsPost) await (await WithFormAsync(visitor, route)).PostAsync(world.AddressOf(route), []);
        else await visitor.GetAsync(world.AddressOf(route));
        visitor.Status.ShouldBe(expected, route.Name);
        world.IsInWords(visitor, route.Name);
    }

    /// <summary>On a page with a form of their own, whose token is good for any.</summary>
    private static Task<Visitor> WithFormAsync(Visitor visitor, Expected route) => visitor.GetAsync(route.Who is "anyone" or "ticket" or "applicant" or "owner" ? "/tra-cuu" : "/doi-mat-khau");

    private static void Answered(Visitor visitor, string expected, string why)
    {
        if (expected.StartsWith('/')) visitor.Path.Split('?')[0].ShouldBe(expected, why);
        else ((int)visitor.Status).ShouldBe(int.Parse(expected), $"{why}: {visitor.Text}");
    }

    /// <summary>A value of the right kind that stands for nothing, and values of no kind at all.</summary>
    private static IEnumerable<(string Value, string Answer)> Values(Expected route, string part)
    {
        var kind = route.Route.Split('/').First(s => s.StartsWith("{" + part, StringComparison.Ordinal)).Trim('{', '}')[part.Length..];
        if (kind.StartsWith(":guid", StringComparison.Ordinal)) return [("00000000-0000-7000-8000-000000000001", route.UnknownOf(part)), ("khong-phai-ma", "404")];
        if (kind.StartsWith(":regex", StringComparison.Ordinal)) return [("v9", route.UnknownOf(part))];
        if (kind.StartsWith(":int:range", StringComparison.Ordinal)) return [("200", "404"), ("khong-phai-so", "404")];
        if (kind.StartsWith(":int", StringComparison.Ordinal)) return [("99", route.UnknownOf(part)), ("khong-phai-so", "404")];
        return [("khong-co", route.UnknownOf(part)), ("AAAAAAAAAAAAAAAAAAAAAA", route.UnknownOf(part)), ("a'b%20%22%3Cc", route.UnknownOf(part)), (new string('a', 600), route.UnknownOf(part))];
    }
}
