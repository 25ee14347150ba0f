using NhiemSo.Mandate.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Reading;

/// <summary>What an examiner who hadn't seen the reader found it read wrong (29/11/2026).</summary>
public sealed class LooseLayoutTests
{
    private const string Straight = """
        Điều 1. Phân công chức năng, nhiệm vụ các phòng thuộc Sở như sau:
        1.1. Văn phòng
        1.1.1. Chức năng: tham mưu tổ chức, hành chính.
        1.1.2. Nhiệm vụ:
        a) Quản lý hồ sơ công chức;
        b) Quản lý tài chính, tài sản.
        1.2. Phòng Quản lý xây dựng
        1.2.1. Chức năng: tham mưu quản lý dự án.
        1.2.2. Nhiệm vụ:
        a) Thẩm định báo cáo nghiên cứu khả thi;
        b) Cấp chứng chỉ hành nghề.
        Điều 2. Tổ chức thực hiện
        2.1. Giao Văn phòng:
        2.1.1. Theo dõi việc thực hiện.
        Điều 3. Quyết định này được thực hiện kể từ ngày 01 tháng 01 năm 2024.
        """;

    [Fact]
    public void Decimals_straight_below_an_article_are_cited_alike_at_every_depth()
    {
        var reading = Corpus.ReadText(Straight);
        reading.Nodes.Select(n => n.Citation).ShouldBe(
            ["Điều 1", "1.1", "1.1.1", "1.1.2", "1.1.2.a", "1.1.2.b", "1.2", "1.2.1", "1.2.2", "1.2.2.a", "1.2.2.b", "Điều 2", "Điều 2.1", "Điều 2.1.1", "Điều 3"]);
        reading.Duties.ShouldBe(["1.1.2.a", "1.1.2.b", "1.2.2.a", "1.2.2.b"]);
        reading.Nodes.Single(n => n.Citation == "1.1.2.a").Display.ShouldBe("điểm a mục 1.1.2 Điều 1");
    }

    [Fact]
    public void A_decision_can_be_carried_out_from_a_day() => Corpus.ReadText(Straight).EffectiveFrom.ShouldBe(new DateOnly(2024, 1, 1));

    [Theory]
    [InlineData("1. Phòng Công nghệ thông tin\n- Viễn thông\n1.1. Chức năng: tham mưu.")]
    [InlineData("1. Phòng Công nghệ thông tin -\nViễn thông\n1.1. Chức năng: tham mưu.")]
    public void A_name_broken_at_its_dash_is_one_name(string text)
    {
        var reading = Corpus.ReadText($"Điều 1. Các phòng\n{text}\n1.2. Nhiệm vụ:\na) Quản lý mạng;\nb) Quản lý tần số.\n2. Văn phòng\n2.1. Chức năng: hành chính.\n2.2. Nhiệm vụ:\na) Văn thư;\nb) Lưu trữ.");
        reading.Nodes[1].Heading.ShouldBe("Phòng Công nghệ thông tin - Viễn thông");
        reading.Units.Select(u => u.Name).ShouldBe(["Phòng Công nghệ thông tin - Viễn thông", "Văn phòng"]);
        reading.Nodes.ShouldNotContain(n => n.Kind == NodeKind.Dash);
    }

    [Fact]
    public void Recipients_keep_a_line_between_and_part_at_the_second_column() =>
        Corpus.ReadText("""
            Điều 1. Nhiệm vụ
            1. Một.
            Nơi nhận:                                    TM. CHÍNH PHỦ
            - Các bộ, cơ quan ngang bộ;                    THỦ TƯỚNG
            - UBND tỉnh (b/c);  - Website Sở;
            - VPCP: BTCN, các PCN, Trợ lý TTg,
              TGĐ Cổng TTĐT, các Vụ, Cục,
              đơn vị trực thuộc, Công báo;             Nguyễn Xuân Phúc
            - Lưu: VT.
            """).Recipients.ShouldBe(["Các bộ, cơ quan ngang bộ", "UBND tỉnh (b/c)", "Website Sở", "VPCP: BTCN, các PCN, Trợ lý TTg, TGĐ Cổng TTĐT, các Vụ, Cục, đơn vị trực thuộc, Công báo", "Lưu: VT"]);

    [Fact]
    public void The_last_unit_of_a_list_is_one_though_a_sentence_about_all_follows() =>
        Corpus.ReadText("Điều 3. Cơ cấu tổ chức\n1. Các đơn vị sự nghiệp:\na) Trung tâm Giám sát an toàn mạng;\nb) Trung tâm Tư vấn và Hỗ trợ nghiệp vụ.\nChức năng, nhiệm vụ của các đơn vị trực thuộc do Cục trưởng quyết định.")
            .Units.Select(u => u.Name).ShouldBe(["Trung tâm Giám sát an toàn mạng", "Trung tâm Tư vấn và Hỗ trợ nghiệp vụ"]);
}
