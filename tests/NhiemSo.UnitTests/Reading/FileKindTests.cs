using System.Text;
using NhiemSo.Mandate.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Reading;

public sealed class FileKindTests
{
    [Fact]
    public void A_docx_reads_as_its_text_does()
    {
        var text = Corpus.Text("02-bo-cuc-dieu-khoan-diem");
        var fromText = Corpus.ReadText(text);
        var fromDocx = DecisionReader.Read(OfficeFiles.Docx(text.Split('\n')), "qd.docx");
        fromDocx.Ok.ShouldBeTrue();
        fromDocx.Value!.Nodes.ShouldBe(fromText.Nodes);
        fromDocx.Value.Header.ShouldBe(fromText.Header);
    }

    [Fact]
    public void Numbers_that_word_counts_by_itself_are_read() =>
        DecisionReader.Read(OfficeFiles.NumberedDocx(), "qd.docx").Value!.Duties.ShouldBe(["Điều 1.1.a", "Điều 1.1.b", "Điều 1.2"]);

    [Fact]
    public void A_pdf_with_text_reads_as_its_text_does()
    {
        var text = Corpus.Text("02-bo-cuc-dieu-khoan-diem");
        var outcome = DecisionReader.Read(OfficeFiles.Pdf(text.Split('\n')), "qd.pdf");
        outcome.Problem.ShouldBeNull();
        outcome.Value!.Nodes.Select(n => (n.Citation, n.Heading, n.Text)).ShouldBe(Corpus.ReadText(text).Nodes.Select(n => (n.Citation, n.Heading, n.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Không có điều khoản nào ở đây.")]
    [InlineData("QuyÕt ®Þnh vÒ chøc n¨ng, nhiÖm vô ®èi víi c¸c phßng thuéc Së")]
    [InlineData("PK không phải docx")]
    [InlineData("%PDF-1.4 hỏng")]
    public void A_file_that_cannot_be_read_is_explained(string content)
    {
        var outcome = DecisionReader.Read(Encoding.UTF8.GetBytes(content), "hong.bin");
        outcome.Ok.ShouldBeFalse();
        outcome.Problem!.Message.ShouldEndWith(".");
    }

    [Fact]
    public void Bytes_that_are_not_unicode_are_explained() =>
        DecisionReader.Read(new byte[] { 0x51, 0x75, 0x79, 0xD5, 0x74, 0x20, 0xAE, 0xDE, 0x6E, 0x68 }, "cu.txt").Problem!.Message.ShouldContain("Unicode");
}
