using CsCheck;
using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Rules;

public sealed class BookTextTests
{
    private static readonly string[] Tricky = ["\r\n", "\r", "\n", " ", "\t", "a", "ế", "e\u0302\u0301", "\u0301", "đ", "\uFEFF", "\u2000", "#", ": "];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Tricky.Length - 1].Select(i => Tricky[i]),
        Gen.Char['\u0001', '\uD7FF'].Select(c => c.ToString())).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Canonical_text_of_a_canonical_text_is_itself() =>
        Texts.Sample(text => BookText.Canonical(BookText.Canonical(text)) == BookText.Canonical(text));

    [Fact]
    public void The_hash_is_the_same_however_the_file_was_saved() =>
        BookText.Hash("\uFEFFname: Ho\u0300a  \r\nto: null\t\r\n\r\n").ShouldBe(BookText.Hash("name: Hòa\nto: null"));

    [Fact]
    public void Another_word_is_another_hash() => BookText.Hash("a: 1").ShouldNotBe(BookText.Hash("a: 2"));

    [Fact]
    public void Spaces_at_the_start_of_a_line_stay() => BookText.Canonical("a:\n  b: 1 ").ShouldBe("a:\n  b: 1\n");
}
