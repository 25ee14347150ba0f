using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NhiemSo.Host.Serve.Watch;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Operation;

public sealed class LogTests
{
    private static readonly Exception Refusal = new IOException("550 <mai.nguyễn@example.vn>: no such user\nRCPT TO, hotline 0905123482, CCCD 056199001234", new InvalidOperationException("số 79056001234"));

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    public void A_line_is_one_line_and_carries_nobodys_address_or_number(string format)
    {
        var line = Written(format, "Job mail mail:0199c0ffee failed for trần.văn@so.gov.vn after 8 tries\nfake: line", Refusal);
        line.TrimEnd('\n').ShouldNotContain("\n");
        foreach (var personal in (string[])["example.vn", "so.gov.vn", "mai.", "trần", "0905123482", "056199001234", "79056001234"]) line.ShouldNotContain(personal);
        line.ShouldContain("550");
        line.ShouldContain("mail:0199c0ffee", customMessage: "what is no person's stays readable");
    }

    [Fact]
    public void A_line_of_json_has_its_parts()
    {
        var parts = JsonDocument.Parse(Written("json", "Hàng đợi không đọc được", Refusal)).RootElement;
        (parts.GetProperty("level").GetString(), parts.GetProperty("source").GetString(), parts.GetProperty("message").GetString()).ShouldBe(("warn", "NhiemSo.Jobs", "Hàng đợi không đọc được"));
        parts.GetProperty("at").GetDateTime().Kind.ShouldBe(DateTimeKind.Utc);
        parts.GetProperty("fault").GetString()!.ShouldStartWith("System.IO.IOException");
    }

    private static string Written(string format, string message, Exception? fault)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(OfficeLog.Format, format)]).Build();
        using var text = new StringWriter { NewLine = "\n" };
        new OfficeLog(settings).Write(new LogEntry<string>(LogLevel.Warning, "NhiemSo.Jobs", default, message, fault, (state, _) => state), null, text);
        return text.ToString();
    }
}
