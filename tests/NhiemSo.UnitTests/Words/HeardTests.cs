using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Words;

public class HeardTests
{
    [Theory]
    [InlineData("trinh", "chinh")]
    [InlineData("suat", "xuat")]
    [InlineData("giay", "day")]
    [InlineData("lam", "nam")]
    [InlineData("sang", "xan")]
    [InlineData("cac", "cat")]
    [InlineData("li", "ly")]
    [InlineData("fep", "phep")]
    public void Sounds_the_same(string one, string other) => Sound.Of(one).ShouldBe(Sound.Of(other));

    [Theory]
    [InlineData("bao", "vao")]
    [InlineData("in", "un")]
    [InlineData("thu", "tu")]
    public void Sounds_otherwise(string one, string other) => Sound.Of(one).ShouldNotBe(Sound.Of(other));

    [Theory]
    [InlineData("giaays", "giay")]
    [InlineData("phesp", "phep")]
    [InlineData("buwu", "buu")]
    [InlineData("phe1p", "phep")]
    [InlineData("ddoong", "dong")]
    public void Keys_left_in_are_read(string typed, string meant) => Keystrokes.Read(typed).ShouldContain(meant);

    [Theory]
    [InlineData("9001")]
    [InlineData("bcvt")]
    public void What_is_no_syllable_is_left(string typed) => Keystrokes.Read(typed).ShouldBeEmpty();
}
