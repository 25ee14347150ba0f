using NhiemSo.Dossiers.Rating;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Dossiers.Books;

/// <summary>What must hold inside a report.</summary>
internal static class ReportChecks
{
    private static readonly string[] Times = ["truoc-han", "dung-han", "qua-han"], InTime = ["truoc-han", "dung-han"];

    public static void Check(ReportRule rule, RuleBook book, YamlNodeReader content)
    {
        if (rule.Form is { } form) Check(form, content);
        if (rule.Evaluation is { } evaluation) Check(evaluation, content);
        if (rule.Index is { } index) Check(index, book, content);
    }

    private static void Check(ReportForm form, YamlNodeReader content)
    {
        if (form.Cutoff is { FirstDay: < 1 or > 28 } or { LastDay: < 1 or > 28 } || form.Cutoff.FirstDay != form.Cutoff.LastDay + 1)
            content.Fault("cutoff", "Ngày đầu và ngày cuối của kỳ từ 1 đến 28, ngày đầu ngay sau ngày cuối của kỳ trước.");
        if (!form.Columns.Select(c => c.Num).SequenceEqual(Enumerable.Range(1, form.Columns.Count))) content.Fault("columns", "Các cột phải đánh số liên tục từ 1.");
        foreach (var column in form.Columns)
        {
            if (new[] { column.Text is not null, column.Figure is not null, column.Sum.Count > 0 }.Count(said => said) != 1)
                content.Fault("columns", $"Cột {column.Num} phải có đúng một trong các mục text, figure, sum.");
            foreach (var part in column.Sum.Where(n => !IsNumber(form, n))) content.Fault("columns", $"Cột {column.Num} cộng cột {part}, không phải cột số liệu.");
        }

        foreach (var check in form.Checks)
            foreach (var num in check.Parts.Append(check.Total).Where(n => !IsNumber(form, n))) content.Fault("checks", $"Phép kiểm tra nêu cột {num}, không phải cột số liệu.");
    }

    private static bool IsNumber(ReportForm form, int num) => form.Columns.Any(c => c.Num == num && c.Text is null);

    private static void Check(Evaluation evaluation, YamlNodeReader content)
    {
        if (evaluation.Decimals is < 0 or > 4) content.Fault("decimals", "Số chữ số thập phân từ 0 đến 4.");
        if (!evaluation.Indicators.Select(i => i.Num).SequenceEqual(Enumerable.Range(1, evaluation.Indicators.Count))) content.Fault("indicators", "Các chỉ số phải đánh số liên tục từ 1.");
        foreach (var indicator in evaluation.Indicators)
        {
            if (indicator.Scores.Select(s => s.Points).Distinct().Count() != indicator.Scores.Count) content.Fault("indicators", $"Chỉ số {indicator.Num} có mức điểm bị lặp.");
            if (!IsScored(indicator)) content.Fault("indicators", $"Chỉ số {indicator.Num}: các mức điểm chưa đủ để tính theo measure đã ghi.");
        }

        foreach (var num in evaluation.OfficerSet.Where(n => evaluation.Indicators.All(i => i.Num != n))) content.Fault("officer_set", $"Không có chỉ số {num}.");
        Cover(evaluation.OfficerBands, "officer_bands", content);
        Cover(evaluation.OfficeBands, "office_bands", content);
    }

    /// <summary>Every dossier or office must fall into one score.</summary>
    private static bool IsScored(Indicator indicator) => indicator.Measure switch
    {
        IndicatorMeasure.TotalTime or IndicatorMeasure.UnitTime => Times.All(w => indicator.Scores.Count(s => s.Is == w) == 1),
        IndicatorMeasure.Requests => indicator.Scores.Count(s => s.Most is null) == 1,
        IndicatorMeasure.Contacts => indicator.Asked is not null && indicator.Scores.All(s => s.Answers.Count > 0) && indicator.Scores.SelectMany(s => s.Answers).GroupBy(a => a, StringComparer.Ordinal).All(g => g.Count() == 1),
        IndicatorMeasure.Desk => indicator.Scores.Count(s => s.Returned is null) == 1 && indicator.Scores.All(s => s.Returned is null or (>= 0 and <= 100) && s.Appraised is null or (>= 0 and <= 100)),
        IndicatorMeasure.Publication => indicator.Scores.Count(s => s.Ways is null) == 1 && indicator.Scores.All(s => s.Ways is null or 1 or 2),
        IndicatorMeasure.Conduct => indicator.Scores.Count(s => s.Complaint) == 1 && InTime.All(w => indicator.Scores.Count(s => s.Is == w) == 1),
        IndicatorMeasure.Online => indicator.Scores.Count(s => s.Dossiers is null) == 1,
        IndicatorMeasure.Answers => indicator.Scores.Count(s => s.Answered is null) == 1,
        _ => true,
    };

    /// <summary>The survey asks what the indicator is scored from, and each of its answers has a score.</summary>
    public static void CrossCheck(ReportRule rule, RuleBook book, RuleSet all, RuleFaults faults)
    {
        foreach (var indicator in rule.Evaluation?.Indicators ?? [])
        {
            if (indicator.Asked is not { } asked) continue;
            if (all.Find<Survey>(asked.Survey) is not { } survey)
            {
                if (!all.Knows("survey", asked.Survey)) Fault(indicator, $"không có phiếu '{asked.Survey}'.");
                continue;
            }

            if (survey.Questions.FirstOrDefault(q => q.Id == asked.Question) is not { } question)
            {
                Fault(indicator, $"phiếu không có câu '{asked.Question}'.{Spelling.Suggest(asked.Question, survey.Questions.Select(q => q.Id))}");
                continue;
            }

            var (scored, offered) = (indicator.Scores.SelectMany(s => s.Answers).ToList(), question.Answers.Select(a => a.Value).ToList());
            foreach (var answer in scored.Except(offered, StringComparer.Ordinal)) Fault(indicator, $"phiếu không có câu trả lời '{answer}'.{Spelling.Suggest(answer, offered)}");
            foreach (var answer in offered.Except(scored, StringComparer.Ordinal)) Fault(indicator, $"câu trả lời '{answer}' của phiếu chưa có điểm.");
        }

        void Fault(Indicator indicator, string message) => faults.Add(book.Place(indicator.Code is { } code ? $"indicators.{code}" : "indicators"), $"Chỉ số {indicator.Num}: {message}");
    }

    private static void Check(ServiceIndex index, RuleBook book, YamlNodeReader content)
    {
        var most = index.Groups.Sum(g => (long)g.Max);
        if (most != index.Total) content.Fault("groups", $"Điểm tối đa của các nhóm cộng lại là {most}, phải bằng {index.Total}.");
        foreach (var code in index.Groups.GroupBy(g => g.Code, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)) content.Faults.Add(book.Place($"groups.{code}"), $"Nhóm '{code}' bị lặp.");
        Cover(index.Bands, "bands", content);
    }

    /// <summary>Bands follow one another from the highest down, without gap.</summary>
    private static void Cover(IReadOnlyList<Band> bands, string key, YamlNodeReader content)
    {
        var whole = bands.Count > 0 && bands[0].Below is null && bands[^1].Min is null && bands.Zip(bands.Skip(1)).All(p => p.First.Min is not null && p.First.Min == p.Second.Below);
        if (!whole) content.Fault(key, "Các mức xếp từ cao xuống thấp, mức sau bắt đầu ngay dưới mức trước, không hở và không chồng nhau.");
    }
}
