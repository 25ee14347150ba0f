using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Rules;

/// <summary>Faults of a report's book, each at its line.</summary>
public sealed class ReportFaultTests
{
    private const string Form = """
        kind: report
        code: bieu
        name: Biểu thử
        effective: {from: 2024-01-01}
        sign: A.01
        unit: Số hồ sơ
        period: Hằng quý
        cutoff: {first_day: 15, last_day: 14}
        columns:
          - {num: 1, name: TT, text: ordinal}
          - {num: 2, name: Tổng, sum: [3, 4]}
          - {num: 3, name: Trực tuyến, figure: truc-tuyen}
          - {num: 4, name: Trực tiếp, figure: truc-tiep}
        checks:
          - {total: 2, parts: [3, 4]}
        """;

    private const string Evaluation = """
        kind: report
        code: danh-gia
        name: Đánh giá thử
        effective: {from: 2024-01-01}
        decimals: 1
        missing: Không tính
        indicators:
          - num: 1
            name: Thời gian
            per: dossier
            measure: total-time
            scores: [{points: 2, words: ngắn hơn, is: truoc-han}, {points: 1, words: bằng, is: dung-han}, {points: 0, words: dài hơn, is: qua-han}]
        officer_set: [1]
        officer_bands: [{min: 1.5, name: Tốt}, {below: 1.5, name: Kém}]
        office_bands: [{min: 1, name: Tốt}, {below: 1, name: Kém}]
        """;

    private const string Index = """
        kind: report
        code: chi-so
        name: Chỉ số thử
        effective: {from: 2024-01-01}
        total: 30
        groups:
          - {code: a, name: A, max: 10}
          - {code: b, name: B, max: 20, measure: online-share}
        bands: [{min: 20, name: Tốt}, {below: 20, name: Kém}]
        """;

    [Fact]
    public void Whole_books_have_none()
    {
        RuleTexts.Compile(Text(Form), Text(Evaluation), Text(Index)).Faults.ShouldBeEmpty();
        var form = RuleTexts.Compile(Text(Form)).Library.At(new DateOnly(2024, 6, 1)).Get<ReportRule>("bieu").Form!;
        form.Columns[1].Sum.ShouldBe([3, 4]);
        form.Cutoff.ShouldBe(new QuarterCutoff(15, 14));
    }

    [Theory]
    [InlineData("figure: truc-tiep}", "figure: truc-tip}", 13, "Không có số liệu 'truc-tip'")]
    [InlineData("sum: [3, 4]}", "sum: [3, 1]}", 9, "cộng cột 1, không phải cột số liệu")]
    [InlineData("sum: [3, 4]}", "sum: [3, x]}", 11, "chỉ gồm số nguyên")]
    [InlineData("num: 4, name", "num: 5, name", 9, "đánh số liên tục")]
    [InlineData("text: ordinal}", "text: ordinal, figure: truc-tuyen}", 9, "đúng một trong các mục text, figure, sum")]
    [InlineData("first_day: 15", "first_day: 16", 8, "ngày đầu ngay sau ngày cuối")]
    [InlineData("total: 2,", "total: 9,", 14, "nêu cột 9")]
    public void Of_a_form(string good, string bad, int line, string words) => ShouldFault(Form, good, bad, line, words);

    [Theory]
    [InlineData("is: dung-han}", "is: truoc-han}", 7, "chưa đủ để tính")]
    [InlineData("per: dossier", "per: dossiers", 10, "Không có giá trị 'dossiers'")]
    [InlineData("officer_set: [1]", "officer_set: [2]", 13, "Không có chỉ số 2")]
    [InlineData("{below: 1.5, name: Kém}", "{below: 1.4, name: Kém}", 14, "không hở và không chồng nhau")]
    [InlineData("points: 1,", "points: 2,", 7, "mức điểm bị lặp")]
    public void Of_indicators(string good, string bad, int line, string words) => ShouldFault(Evaluation, good, bad, line, words);

    [Theory]
    [InlineData("max: 20", "max: 21", 6, "cộng lại là 31, phải bằng 30")]
    [InlineData("code: b,", "code: a,", 7, "Nhóm 'a' bị lặp")]
    [InlineData("measure: online-share", "measure: online", 8, "Không có giá trị 'online'")]
    [InlineData("total: 30", "total: 30\nsign: B.01", 6, "Không có mục nào tên 'sign'")]
    public void Of_an_index(string good, string bad, int line, string words) => ShouldFault(Index, good, bad, line, words);

    [Theory]
    [InlineData("measure: unit-time", "scores: [{points: 2, words: ngắn hơn, is: truoc-han}, {points: 0, words: dài hơn, is: qua-han}]")] // none for equal
    [InlineData("measure: contacts", "scores: [{points: 2, words: không, answers: [khong]}]")] // no survey
    [InlineData("measure: contacts", "survey: phieu\n    question: cau\n    scores: [{points: 2, words: không, answers: [khong]}, {points: 1, words: một, answers: [khong]}]")] // scored twice
    [InlineData("measure: contacts", "survey: phieu\n    question: cau\n    scores: [{points: 2, words: không, answers: [khong]}, {points: 1, words: một}]")] // without an answer
    [InlineData("measure: desk", "scores: [{points: 2, words: đủ, returned: 100}]")] // nothing for the rest
    [InlineData("measure: desk", "scores: [{points: 2, words: đủ, returned: 120}, {points: 0, words: thiếu}]")]
    [InlineData("measure: publication", "scores: [{points: 2, words: cả hai, ways: 3}, {points: 0, words: không}]")]
    [InlineData("measure: conduct", "scores: [{points: 2, words: sớm, is: truoc-han}, {points: 1, words: đúng, is: dung-han}]")] // no complaint
    public void Of_scores_that_are_not_enough_for_their_measure(string measure, string scores) =>
        Faults(Scored(measure, scores)).ShouldContain(f => f.Message.Contains("chưa đủ để tính theo measure", StringComparison.Ordinal));

    [Theory]
    [InlineData("so-co-quan", "khong", "hai", "")]
    [InlineData("so-co-qan", "khong", "hai", "phiếu không có câu 'so-co-qan'.")]
    [InlineData("so-co-quan", "khong", "ba", "phiếu không có câu trả lời 'ba'")]
    [InlineData("so-co-quan", "khong", "ba", "câu trả lời 'hai' của phiếu chưa có điểm")]
    public void Of_answers_that_the_survey_does_not_offer(string question, string first, string second, string fault)
    {
        var survey = OneQuestion.Replace("id: cau", "id: so-co-quan", StringComparison.Ordinal).Replace("value: co,", "value: hai,", StringComparison.Ordinal);
        var book = Scored("measure: contacts", $"survey: phieu\n    question: {question}\n    scores: [{{points: 2, words: không, answers: [{first}]}}, {{points: 0, words: hơn, answers: [{second}]}}]");
        var faults = RuleTexts.Compile(Text(book), new RuleText("surveys/phieu.yaml", survey)).Faults;
        if (fault.Length == 0) faults.ShouldBeEmpty();
        else faults.ShouldContain(f => f.Message.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_survey_that_is_not_there() =>
        RuleTexts.Compile(Text(Scored("measure: contacts", "survey: phieu-khac\n    question: cau\n    scores: [{points: 2, words: không, answers: [khong]}]")), new RuleText("surveys/phieu.yaml", OneQuestion)).Faults
            .ShouldContain(f => f.Message.Contains("không có phiếu 'phieu-khac'", StringComparison.Ordinal));

    private const string OneQuestion = """
        kind: survey
        code: phieu
        name: Phiếu
        effective: {from: 2020-01-01}
        change_days: 15
        smallest_group: 5
        questions:
          - {id: cau, asks: Câu?, law: "b)", answers: [{value: khong, text: Không}, {value: co, text: Có}]}
        """;

    /// <summary>The indicator with another measure and its scores.</summary>
    private static string Scored(string measure, string scores)
    {
        var start = Evaluation.IndexOf("measure: total-time", StringComparison.Ordinal);
        return Evaluation[..start] + measure + "\n    " + scores + Evaluation[Evaluation.IndexOf("\nofficer_set", StringComparison.Ordinal)..];
    }

    private static IReadOnlyList<RuleFault> Faults(string book) => RuleTexts.Compile(Text(book)).Faults;

    private static void ShouldFault(string book, string good, string bad, int line, string words)
    {
        book.ShouldContain(good);
        RuleTexts.Compile(Text(book.Replace(good, bad, StringComparison.Ordinal))).Faults.ShouldContain(f => f.Line == line && f.Message.Contains(words, StringComparison.Ordinal));
    }

    private static RuleText Text(string yaml) => new($"reports/{Guid.CreateVersion7():N}.yaml", yaml);
}
