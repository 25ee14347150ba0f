using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>Within how long the department answers.</summary>
internal sealed record FeedbackRule(string Code, Limit Lateness, Limit Procedure, Limit Conduct)
{
    public Limit Of(FeedbackAbout about) => about switch
    {
        FeedbackAbout.Lateness => Lateness,
        FeedbackAbout.Conduct => Conduct,
        _ => Procedure,
    };
}

/// <summary><c>rules/feedback/</c>, kind <c>feedback</c>.</summary>
internal sealed class FeedbackKind : IRuleKind
{
    public string Kind => "feedback";

    public string Folder => "feedback";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var lateness = Limit(content, "lateness");
        // Books from before complaints about conduct: one complaint is answered like the other.
        return new FeedbackRule(book.Code, lateness, Limit(content, "procedure"), content.HasValue("conduct") ? Limit(content, "conduct") : lateness);
    }

    private static Limit Limit(YamlNodeReader content, string key)
    {
        var item = content.NeedSection(key);
        if (LimitReader.Read(item) is { } limit) return limit;
        if (!item.HasValue("value") && !item.HasValue("unit")) item.Fault("Hạn trả lời phải có value và unit.");
        return Platform.WorkingTime.Limit.Of(1, LimitUnit.WorkingDay).Value!;
    }
}
