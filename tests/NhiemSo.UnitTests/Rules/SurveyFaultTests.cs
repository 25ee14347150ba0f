using NhiemSo.Dossiers.Feedback;
using NhiemSo.Dossiers.Rating;
using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Rules;

/// <summary>Survey books and the limits for answering: each fault is told with its line.</summary>
public class SurveyFaultTests
{
    private const string Survey = """
        kind: survey
        code: phieu
        name: Phiếu
        effective: {from: 2024-01-01, to: null}
        change_days: 15
        smallest_group: 5
        questions:
          - id: thai-do
            asks: Thái độ thế nào?
            law: "đ) Thái độ ứng xử"
            answers:
              - {value: tot, text: Hài lòng}
              - {value: kem, text: Không hài lòng}
          - id: y-kien
            asks: Nói thêm điều gì?
            law: "i) Nội dung khác"
        """;

    private const string Limits = """
        kind: feedback
        code: phan-anh
        name: Hạn trả lời
        effective: {from: 2024-01-01, to: null}
        lateness: {value: 3, unit: ngay-lam-viec}
        procedure: {value: 10, unit: ngay-lam-viec}
        """;

    [Fact]
    public void A_sound_book_is_read()
    {
        var at = RuleTexts.Compile(new RuleText("surveys/phieu.yaml", Survey), new RuleText("feedback/phan-anh.yaml", Limits)).Library.At(new DateOnly(2024, 6, 1));
        var survey = at.Get<Survey>("phieu");
        (survey.ChangeDays, survey.SmallestGroup, survey.Questions[0].InWords, survey.Questions[1].InWords).ShouldBe((15, 5, false, true));
        at.Get<FeedbackRule>("phan-anh").Of(FeedbackAbout.Lateness).ToString().ShouldBe("03 ngày làm việc");
    }

    [Theory]
    [InlineData("smallest_group: 5", "smallest_group: 1", 6, "Số phiếu ít nhất của một nhóm từ 2 đến 100")]
    [InlineData("change_days: 15", "change_days: 400", 5, "từ 0 đến 365")]
    [InlineData("id: y-kien", "id: thai-do", 7, "Câu hỏi 'thai-do' bị lặp.")]
    [InlineData("value: kem", "value: tot", 11, "Câu trả lời 'tot' bị lặp.")]
    [InlineData("      - {value: kem, text: Không hài lòng}", "", 11, "Câu để chọn phải có từ hai câu trả lời.")]
    [InlineData("law: \"i) Nội dung khác\"", "law: \"i)\"\n    only: ai-do", 17, "ai-do")]
    public void A_fault_is_told_with_its_line(string good, string bad, int line, string words) =>
        RuleTexts.Compile(new RuleText("surveys/phieu.yaml", Survey.Replace(good, bad, StringComparison.Ordinal))).Faults.ShouldContain(f => f.Line == line && f.Message.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void A_complaint_about_conduct_has_its_own_limit_or_that_of_lateness()
    {
        Of(Limits).ShouldBe("03 ngày làm việc", "a book from before");
        Of(Limits + "\nconduct: {value: 5, unit: ngay-lam-viec}").ShouldBe("05 ngày làm việc");

        static string Of(string book) => RuleTexts.Compile(new RuleText("feedback/phan-anh.yaml", book)).Library.At(new DateOnly(2024, 6, 1)).Get<FeedbackRule>("phan-anh").Of(FeedbackAbout.Conduct).ToString();
    }

    [Fact]
    public void A_limit_needs_value_and_unit() =>
        RuleTexts.Compile(new RuleText("feedback/phan-anh.yaml", Limits.Replace("{value: 3, unit: ngay-lam-viec}", "{}", StringComparison.Ordinal))).Faults.ShouldContain(f => f.Line == 5 && f.Message.Contains("phải có value và unit", StringComparison.Ordinal));
}
