using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>Within how long the department answers.</summary>
internal sealed record FeedbackRule(string Code, Limit Lateness, Limit Procedure)
{
    public Limit Of(FeedbackAbout about) => about == FeedbackAbout.Lateness ? Lateness : Procedure;
}

/// <summary><c>rules/feedback/</c>, kind <c>feedback</c>.</summary>
internal sealed class FeedbackKind : IRuleKind
{
    public string Kind => "feedback";

    public string Folder => "feedback";

    public object Compile(RuleBook book, YamlNodeReader content) => new FeedbackRule(book.Code, Limit(content, "lateness"), Limit(content, "procedure"));

    private static Limit Limit(YamlNodeReader content, string key)
    {
        var item = content.NeedSection(key);
        if (LimitReader.Read(item) is { } limit) return limit;
        if (!item.HasValue("value") && !item.HasValue("unit")) item.Fault("Hạn trả lời phải có value và unit.");
        return Platform.WorkingTime.Limit.Of(1, LimitUnit.WorkingDay).Value!;
    }
}
