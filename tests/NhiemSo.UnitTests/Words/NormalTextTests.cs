using System.Text;
using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Words;

public sealed class NormalTextTests
{
    [Fact]
    public void Every_char_there_is_can_stand_in_a_text_that_is_normalised_folded_and_sorted()
    {
        foreach (var c in Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c))
        {
            var text = $"hòa{c}đ";
            foreach (var form in Enum.GetValues<NormalizationForm>()) NormalText.Of(text, form).IsNormalized(form).ShouldBeTrue($"U+{(int)c:X4}");
            Fold.Text(text).ShouldStartWith("hoa");
            Fold.Exact(text).ShouldStartWith("h");
            SortKey.Of(text).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Sound_text_is_normalised_as_the_framework_does() => NormalText.Of("Tiê\u0301ng Viê\u0323t").ShouldBe("Tiếng Việt");
}
