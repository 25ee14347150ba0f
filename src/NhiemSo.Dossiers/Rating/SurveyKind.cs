using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Dossiers.Rating;

/// <summary><c>rules/surveys/</c>, kind <c>survey</c>.</summary>
internal sealed class SurveyKind : IRuleKind
{
    private static readonly IReadOnlyDictionary<string, AskedOf> Words = new Dictionary<string, AskedOf>(StringComparer.Ordinal) { ["truc-tuyen"] = AskedOf.Online, ["phan-anh"] = AskedOf.Complained };

    public string Kind => "survey";

    public string Folder => "surveys";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var (days, group) = (content.Whole("change_days") ?? -1, content.Whole("smallest_group") ?? 0);
        if (days is < 0 or > 365) content.Fault("change_days", "Số ngày được sửa phiếu từ 0 đến 365.");
        if (group is < 2 or > 100) content.Fault("smallest_group", "Số phiếu ít nhất của một nhóm từ 2 đến 100: một người trả lời không được lộ ra.");
        var questions = content.NeedItems("questions").Select(Question).ToList();
        foreach (var id in questions.GroupBy(q => q.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)) content.Fault("questions", $"Câu hỏi '{id}' bị lặp.");
        if (questions.Count(q => q.InWords) > 1) content.Fault("questions", "Phiếu có nhiều nhất một câu để viết (câu không có answers).");
        if (questions.All(q => q.InWords)) content.Fault("questions", "Phiếu phải có ít nhất một câu để chọn.");
        return new Survey(book.Code, book.Name, (int)days, (int)group, questions);
    }

    private static SurveyQuestion Question(YamlNodeReader item)
    {
        var answers = item.Items("answers").Select(a => new SurveyAnswer(a.NeedCode("value"), a.NeedText("text"))).ToList();
        if (answers.Count == 1) item.Fault("answers", "Câu để chọn phải có từ hai câu trả lời.");
        foreach (var value in answers.GroupBy(a => a.Value, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)) item.Fault("answers", $"Câu trả lời '{value}' bị lặp.");
        return new SurveyQuestion(item.NeedCode("id"), item.NeedText("asks"), item.NeedText("law"), item.Word<AskedOf>("only", Words) ?? AskedOf.Everybody, answers);
    }
}
