using System.Globalization;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Dossiers.Books;

/// <summary><c>rules/reports/</c>.</summary>
internal sealed class ReportKind : IRuleKind
{
    private static readonly Dictionary<string, FormText> Texts = new(StringComparer.Ordinal) { ["ordinal"] = FormText.Ordinal, ["field"] = FormText.Field };

    private static readonly Dictionary<string, IndicatorMeasure> Measures = new(StringComparer.Ordinal)
    {
        ["total-time"] = IndicatorMeasure.TotalTime, ["unit-time"] = IndicatorMeasure.UnitTime, ["requests"] = IndicatorMeasure.Requests, ["contacts"] = IndicatorMeasure.Contacts, ["desk"] = IndicatorMeasure.Desk,
        ["publication"] = IndicatorMeasure.Publication, ["conduct"] = IndicatorMeasure.Conduct, ["answers"] = IndicatorMeasure.Answers, ["online"] = IndicatorMeasure.Online,
    };

    private static readonly Dictionary<string, IndexMeasure> IndexMeasures = new(StringComparer.Ordinal)
    {
        ["in-time-share"] = IndexMeasure.InTimeShare, ["electronic-results"] = IndexMeasure.ElectronicResults, ["online-share"] = IndexMeasure.OnlineShare,
    };

    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal) { ["dossier"] = "hồ sơ", ["office"] = "cơ quan", ["dossier-and-office"] = "hồ sơ và cơ quan" };

    private static readonly string[] Shapes = ["columns", "indicators", "groups"];

    public string Kind => "report";

    public string Folder => "reports";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var shapes = Shapes.Where(content.HasValue).ToList();
        if (shapes.Count != 1) content.Fault($"Báo cáo phải có đúng một trong các mục {string.Join(", ", Shapes)}.");
        var rule = new ReportRule(book.Code, book.Name,
            shapes is ["columns"] ? Form(content) : null, shapes is ["indicators"] ? Evaluation(content) : null, shapes is ["groups"] ? Index(content) : null);
        ReportChecks.Check(rule, book, content);
        return rule;
    }

    public void CrossCheck(RuleSet all, RuleFaults faults)
    {
        foreach (var rule in all.All<ReportRule>()) ReportChecks.CrossCheck(rule, all.Book<ReportRule>(rule.Code)!, all, faults);
    }

    private static ReportForm Form(YamlNodeReader content)
    {
        var cutoff = content.NeedSection("cutoff");
        return new ReportForm(
            content.NeedText("sign"), content.NeedText("unit"), content.NeedText("period"), new QuarterCutoff(Int(cutoff, "first_day"), Int(cutoff, "last_day")),
            [.. content.NeedItems("columns").Select(c => new FormColumn(Int(c, "num"), c.NeedText("name"), c.Word("text", Texts), FigureWord(c, "figure"), Ints(c, "sum")))],
            [.. content.Items("checks").Select(c => new ColumnCheck(Int(c, "total"), Ints(c, "parts")))]);
    }

    private static Evaluation Evaluation(YamlNodeReader content) => new(
        [.. content.NeedItems("indicators").Select(Indicator)], Int(content, "decimals"), content.NeedText("missing"),
        Ints(content, "officer_set"), Bands(content, "officer_bands"), Bands(content, "office_bands"));

    private static Indicator Indicator(YamlNodeReader item)
    {
        var subject = item.NeedText("per");
        if (!Subjects.ContainsKey(subject)) item.Fault("per", $"Không có giá trị '{subject}'; các giá trị được dùng: {string.Join(", ", Subjects.Keys)}.{Spelling.Suggest(subject, Subjects.Keys)}");
        var asked = item.Code("survey") is { } survey ? new SurveyAsked(survey, item.NeedCode("question")) : null;
        return new Indicator(
            Int(item, "num"), item.Code("code"), item.NeedText("name"), Subjects.GetValueOrDefault(subject, subject), item.Word("measure", Measures), asked, item.Text("reading"),
            [.. item.NeedItems("scores").Select(Score)]);
    }

    private static IndicatorScore Score(YamlNodeReader item) =>
        new(Int(item, "points"), item.NeedText("words"), FigureWord(item, "is"), (int?)item.Whole("most"), item.Number("procedures"), item.Number("dossiers"), item.Number("answered"))
        {
            Answers = item.Texts("answers"), Returned = item.Number("returned"), Appraised = item.Number("appraised"), Ways = (int?)item.Whole("ways"), Complaint = item.Flag("complaint"),
        };

    private static ServiceIndex Index(YamlNodeReader content) => new(
        Int(content, "total"),
        [.. content.NeedItems("groups").Select(g => new IndexGroup(g.NeedCode("code"), g.NeedText("name"), Int(g, "max"), g.Text("note"), g.Word("measure", IndexMeasures)))],
        Bands(content, "bands"));

    private static IReadOnlyList<Band> Bands(YamlNodeReader content, string key) => [.. content.NeedItems(key).Select(b => new Band(b.Number("min"), b.Number("below"), b.NeedText("name")))];

    private static string? FigureWord(YamlNodeReader item, string key)
    {
        if (item.Text(key) is not { } word) return null;
        if (Figure.Find(word) is null) item.Fault(key, $"Không có số liệu '{word}'.{Spelling.Suggest(word, Figure.All.Select(f => f.Word))}");
        return word;
    }

    private static int Int(YamlNodeReader item, string key)
    {
        if (!item.HasValue(key)) item.Fault(key, $"Thiếu mục '{key}'.");
        return (int)(item.Whole(key) ?? 0);
    }

    private static IReadOnlyList<int> Ints(YamlNodeReader item, string key)
    {
        var texts = item.Texts(key);
        if (texts.Any(t => !int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out _))) item.Fault(key, $"Mục '{key}' chỉ gồm số nguyên.");
        return [.. texts.Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)];
    }
}
