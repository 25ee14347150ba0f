using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Words;

/// <summary>Telex that the keyboard did not turn into letters, and what only looks like it.</summary>
public sealed class TelexTests
{
    [Theory]
    [InlineData("giaays", "giấy")]
    [InlineData("pheps", "phép")]
    [InlineData("xuaats", "xuất")]
    [InlineData("lieeuj", "liệu")]
    [InlineData("dduwowcj", "được")]
    [InlineData("dduowcj", "được")]
    [InlineData("vieenx", "viễn")]
    [InlineData("quanr", "quản")]
    [InlineData("giaos", "giáo")]
    [InlineData("gif", "gì")]
    [InlineData("baos", "báo")]
    [InlineData("nguowif", "người")]
    [InlineData("huyeenj", "huyện")]
    public void Undone(string typed, string meant) => Telex.Undo(typed).ShouldBe(meant);

    [Theory]
    [InlineData("bao")]
    [InlineData("chinh")]
    [InlineData("server")]
    [InlineData("cntt")]
    [InlineData("iso")]
    public void Left_as_it_is(string typed) => Telex.Undo(typed).ShouldBeNull();

    [Theory]
    [InlineData("nghieng", true)]
    [InlineData("khuya", true)]
    [InlineData("quyen", true)]
    [InlineData("oanh", true)]
    [InlineData("ttra", false)]
    [InlineData("bcvt", false)]
    [InlineData("quanr", false)]
    [InlineData("web", false)]
    public void Shape_of_a_syllable(string folded, bool isOne) => Syllable.Is(folded).ShouldBe(isOne);
}
