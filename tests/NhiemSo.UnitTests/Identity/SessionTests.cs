using Microsoft.Extensions.Configuration;
using NhiemSo.Platform.Identity.Sessions;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Identity;

public sealed class SessionTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", "Chrome trên Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge trên Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/140.0 Chrome/134.0.0.0 Safari/537.36", "Cốc Cốc trên Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari trên iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox trên Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome trên Android")]
    [InlineData("curl/8.5.0", "Không rõ trình duyệt")]
    [InlineData(null, "Không rõ trình duyệt")]
    public void A_browser_is_named_as_its_user_knows_it(string? userAgent, string name) => BrowserName.Of(userAgent).ShouldBe(name);

    [Fact]
    public void Half_an_hour_and_a_working_day_unless_the_settings_say_otherwise()
    {
        SignInSettings.From(null).ShouldBe(new SignInSettings(TimeSpan.FromMinutes(30), TimeSpan.FromHours(10), TimeSpan.FromMinutes(15)));
        SignInSettings.From(Of(("SignIn:IdleMinutes", "15"), ("SignIn:Hours", "9"), ("SignIn:SigningMinutes", "5"))).ShouldBe(new SignInSettings(TimeSpan.FromMinutes(15), TimeSpan.FromHours(9), TimeSpan.FromMinutes(5)));
    }

    [Theory]
    [InlineData("SignIn:IdleMinutes", "0")]
    [InlineData("SignIn:IdleMinutes", "nửa giờ")]
    [InlineData("SignIn:Hours", "25")]
    [InlineData("SignIn:SigningMinutes", "0")]
    public void A_setting_that_cannot_be_meant_is_said_in_words(string key, string value) =>
        Should.Throw<InvalidOperationException>(() => SignInSettings.From(Of((key, value)))).Message.ShouldStartWith($"{key} là một số nguyên từ 1 đến");

    private static IConfiguration Of(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build();
}
