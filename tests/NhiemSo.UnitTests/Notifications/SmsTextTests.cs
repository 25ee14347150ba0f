using CsCheck;
using Microsoft.Extensions.Configuration;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Notifications;

/// <summary>Lengths by 3GPP TS 23.038: 160 septets alone and 153 joined, 70 and 67 units in UCS-2.</summary>
public sealed class SmsTextTests
{
    [Theory]
    [InlineData("", 0, false, 0, 0)]
    [InlineData("a", 160, false, 160, 1)]
    [InlineData("a", 161, false, 161, 2)]
    [InlineData("a", 306, false, 306, 2)]
    [InlineData("a", 307, false, 307, 3)]
    [InlineData("€", 80, false, 160, 1)]
    [InlineData("€", 81, false, 162, 2)]
    [InlineData("€", 153, false, 306, 3)]
    [InlineData("ố", 70, true, 70, 1)]
    [InlineData("ố", 71, true, 71, 2)]
    [InlineData("ố", 134, true, 134, 2)]
    [InlineData("ố", 135, true, 135, 3)]
    [InlineData("😀", 35, true, 70, 1)]
    [InlineData("😀", 67, true, 134, 3)]
    public void Messages_are_counted_as_the_network_counts_them(string letter, int times, bool unicode, int units, int segments) =>
        SmsText.Measure(string.Concat(Enumerable.Repeat(letter, times))).ShouldBe(new SmsSize(unicode, units, segments));

    [Theory]
    [InlineData("Hồ sơ đã được tiếp nhận, hẹn trả kết quả 25/11/2026.", "Ho so da duoc tiep nhan, hen tra ket qua 25/11/2026.")]
    [InlineData("ĐƯỜNG “Trần Phú” – số 5…", "DUONG \"Tran Phu\" - so 5...")]
    [InlineData("1.000.000 ₫\t中", "1.000.000 d ?")]
    public void Vietnamese_loses_its_marks_and_nothing_else(string text, string plain) => SmsText.Plain(text).ShouldBe(plain);

    [Fact]
    public void A_plain_text_is_never_sent_in_unicode_and_never_needs_more_messages() => Gen.String.Sample(text =>
    {
        var (plain, before) = (SmsText.Measure(SmsText.Plain(text)), SmsText.Measure(NormalText.Of(text)));
        return !plain.Unicode && (before.Segments == 0 || plain.Segments <= before.Segments * 3);
    });

    [Fact]
    public void The_body_holds_each_value_escaped_and_put_in_once()
    {
        var json = Settings(("Url", "https://sms.example/send"), ("Number", "+84"))!;
        SmsGateway.Fill(json, "0905123482", "Câu \"{{to}}\"", "k1").ShouldBe("""{"to":"+84905123482","text":"Câu \"{{to}}\"","id":"k1"}""");
        var form = Settings(("Url", "https://sms.example/send"), ("Format", "form"), ("Number", "84"), ("Body", "p={{to}}&m={{text}}"))!;
        SmsGateway.Fill(form, "0905123482", "a&b = c", "k1").ShouldBe("p=84905123482&m=a%26b%20%3D%20c");
        Settings().ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Settings(("Url", "file:///etc/passwd"))).Message.ShouldContain("http");
    }

    private static SmsSettings? Settings(params (string Key, string Value)[] given) =>
        SmsSettings.From(new ConfigurationBuilder().AddInMemoryCollection(given.Select(g => KeyValuePair.Create<string, string?>("Sms:" + g.Key, g.Value))).Build());
}
