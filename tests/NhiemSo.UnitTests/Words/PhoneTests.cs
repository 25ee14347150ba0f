using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Words;

public class PhoneTests
{
    [Theory]
    [InlineData("0905123482", "0905123482")]
    [InlineData(" 0905 123 482 ", "0905123482")]
    [InlineData("+84 905.123.482", "0905123482")]
    [InlineData("84905123482", "0905123482")]
    [InlineData("0084905123482", "0905123482")]
    [InlineData("+84 (0)905-123-482", "0905123482")]
    [InlineData("(0258) 3 123 456", "02583123456")]
    [InlineData("+84 258 3123456", "02583123456")]
    public void Reads(string typed, string number) => Phone.Read(typed).Value.ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("0905")]
    [InlineData("090512348a")]
    [InlineData("0105123482")]
    [InlineData("09051234821")]
    [InlineData("0258312345")]
    [InlineData("+1 202 555 0100")]
    [InlineData("1905123482")]
    [InlineData("٠٩٠٥١٢٣٤٨٢")]
    public void Refuses_with_what_to_do(string typed)
    {
        var read = Phone.Read(typed, "phone");
        read.Ok.ShouldBeFalse();
        read.Problem!.Fields.ShouldHaveSingleItem().Field.ShouldBe("phone");
        read.Problem.Message.ShouldStartWith("Nhập số di động");
    }

    [Theory]
    [InlineData("0905123482", "••• ••• •482")]
    [InlineData("02583123456", "••• •••• •456")]
    [InlineData("1234", "••• •")]
    [InlineData("", "")]
    public void Masks(string number, string masked) => Mask.Phone(number).ShouldBe(masked);

    [Fact]
    public void Last_four_digits_open_and_nothing_else_does()
    {
        Phone.LastFourMatch("0905123482", " 3482 ").ShouldBeTrue();
        Phone.LastFourMatch("0905123482", "3481").ShouldBeFalse();
        Phone.LastFourMatch("0905123482", "482").ShouldBeFalse();
        Phone.LastFourMatch("0905123482", "23482").ShouldBeFalse();
        Phone.LastFourMatch("", "").ShouldBeFalse();
    }
}
