using NhiemSo.Mandate.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Reading;

/// <summary>Quyết định 55/QĐ-STTTT as it reached the department: wrapped lines, a blank between all of them, page numbers.</summary>
public sealed class DecisionReaderTests
{
    private static readonly DecisionReading Decision = Corpus.ReadText(Corpus.Decision);

    private static Node At(string citation) => Decision.Nodes.Single(n => n.Citation == citation);

    [Fact]
    public void The_decision_has_its_117_leaf_duties_and_no_other() =>
        Decision.Duties.ShouldBe(File.ReadAllLines(Path.Combine(Corpus.Folder, "qd-55-2024.duties")));

    [Fact]
    public void The_decision_has_its_head()
    {
        Decision.Header.ShouldBe(new Header(
            "Quyết định", "UBND TỈNH KHÁNH HÒA", "Sở Thông tin và Truyền thông", "55/QĐ-STTTT", new DateOnly(2024, 3, 28), "Khánh Hòa",
            "Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của các phòng chuyên môn thuộc Sở Thông tin và Truyền thông", "GIÁM ĐỐC", null));
        Decision.EffectiveFrom.ShouldBe(new DateOnly(2024, 3, 28));
        Decision.Replaces.ShouldBe([new DocumentReference("233/QĐ-STTTT", new DateOnly(2023, 12, 31))]);
        Decision.Bases.Select(b => (b.Number, b.Date)).ShouldBe([("2580/QĐ-UBND", new DateOnly(2021, 9, 1)), ("41/2023/QĐ-UBND", new DateOnly(2023, 12, 21)), (null, null)]);
        Decision.Recipients.ShouldBe(["Như Điều 3 (VBĐT)", "UBND tỉnh (VBĐT, thay b/c)", "Sở Nội vụ (VBĐT)", "Trang TTĐT của Sở", "Lưu: VT, VP (Đ, 02)"]);
        Decision.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void The_decision_has_four_units_with_functions_and_positions()
    {
        Decision.Units.Select(u => (u.Citation, u.Name)).ShouldBe(
            [("1", "Văn phòng"), ("2", "Thanh tra Sở"), ("3", "Phòng Công nghệ thông tin - Bưu chính – Viễn thông"), ("4", "Phòng Thông tin - Báo chí - Xuất bản")]);
        Decision.Units.Select(u => u.Function).ShouldBe(new[] { "1.2", "2.2", "3.2", "4.2" }.Select(c => At(c).Text));
        Decision.Units[0].Positions.ShouldBe(["Chánh Văn phòng", "Phó Chánh Văn phòng", "chuyên viên", "người lao động"]);
        Decision.Units[1].Positions.ShouldBe(["Chánh Thanh tra Sở", "Phó Chánh Thanh tra Sở", "Thanh tra viên", "công chức"]);
        Decision.Units[2].Positions.ShouldBe(["Trưởng phòng", "Phó Trưởng phòng", "chuyên viên"]);
    }

    [Theory]
    [InlineData("1.3.ư", 201, "Phối hợp với các đơn vị, tổ chức quản lý các hoạt động của hội, các tổ chức phi chính phủ thuộc lĩnh vực thông tin và truyền thông trên địa bàn tỉnh theo quy định của pháp luật.")]
    [InlineData("3.3.1.b", 352, "Cấp văn bản xác nhận thông báo hoạt động bưu chính đối với trường hợp cung ứng dịch vụ bưu chính quy định tại điểm a, b, c khoản 1 Điều 25 Luật Bưu chính trong phạm vi nội tỉnh và trường hợp quy định tại điểm g khoản 1 Điều 25 Luật Bưu chính.")]
    [InlineData("4.3.10", 972, "Tham mưu tổ chức triển khai các hoạt động nâng cao nhận thức, phổ cập kỹ năng, đào tạo, bồi dưỡng, phát triển nguồn nhân lực trong lĩnh vực thông tin – báo chí – xuất bản ở địa phương.")]
    [InlineData("2.3.a.3", 272, "Thanh tra vụ việc khác do Giám đốc Sở giao;")]
    public void Wrapped_lines_are_joined(string citation, int line, string text)
    {
        At(citation).Text.ShouldBe(text);
        At(citation).Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("3.3.1.a", "điểm a mục 3.3.1 khoản 3 Điều 1", "3.3.1")]
    [InlineData("3.3.7", "mục 3.3.7 khoản 3 Điều 1", "3.3")]
    [InlineData("2.3.a.1", "gạch đầu dòng thứ nhất điểm a mục 2.3 khoản 2 Điều 1", "2.3.a")]
    [InlineData("1", "khoản 1 Điều 1", "Điều 1")]
    [InlineData("Điều 3", "Điều 3", null)]
    public void A_provision_is_said_as_lawyers_say_it(string citation, string display, string? parent)
    {
        At(citation).Display.ShouldBe(display);
        At(citation).Parent.ShouldBe(parent);
    }

    [Fact]
    public void A_heading_over_two_full_lines_stays_whole() =>
        At("3.3.5").Heading.ShouldBe("Về chuyển đổi số, ứng dụng công nghệ thông tin, giao dịch điện tử, phát triển chính quyền điện tử, chính quyền số, kinh tế số và xã hội số");
}
