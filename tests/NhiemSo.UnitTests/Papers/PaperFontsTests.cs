using NhiemSo.Platform.Papers;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace NhiemSo.UnitTests.Papers;

public class PaperFontsTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Each_face_has_every_Vietnamese_letter(bool bold, bool italic) =>
        PaperFonts.Missing(PaperFonts.Face(bold, italic), PaperFonts.Required).ShouldBeEmpty();

    [Fact]
    public void The_required_letters_hold_those_that_fonts_often_lack()
    {
        foreach (var letter in "ỦỉếịềườấễắởỗặữẵỘỬỸỴđĐ₫“”–…№") PaperFonts.Required.ShouldContain(letter);
        PaperFonts.Required.Normalize().ShouldBe(PaperFonts.Required);
    }

    [Fact]
    public void A_font_without_Vietnamese_letters_is_refused_and_names_them()
    {
        using var stream = typeof(PaperFontsTests).Assembly.GetManifestResourceStream("latin-1-only.ttf");
        using var face = SKTypeface.FromStream(stream);

        PaperFonts.Missing(face, "Phường Lộc Thọ").ShouldBe("ườộọ");
        Should.Throw<InvalidOperationException>(() => PaperFonts.Checked(face)).Message.ShouldContain("ệ");
    }

    [Fact]
    public void The_licence_of_the_fonts_is_shipped_with_them()
    {
        using var stream = typeof(PaperFonts).Assembly.GetManifestResourceStream("Papers.Fonts.OFL.txt");
        new StreamReader(stream!).ReadToEnd().ShouldContain("SIL OPEN FONT LICENSE Version 1.1");
    }
}
