using System.Text.RegularExpressions;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Notifications;

/// <summary><c>rules/notices/</c>: the texts of e-mails and of short messages (<c>sms</c>), written as the printed forms are: <c>{{ten}}</c> is a value, <c>if</c> and <c>each</c> as there.</summary>
public sealed partial class NoticeKind : IRuleKind
{
    public string Kind => "notices";

    public string Folder => "notices";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        // Opening and closing are the same in every notice; each is read with them, so that it knows all the values it asks for.
        var notices = content.NeedItems("notices").Select(item => Notice(content, item)).ToList();
        foreach (var id in notices.GroupBy(n => n.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            content.Fault("notices", $"Thư '{id}' bị lặp.");
        return new NoticeBook(book.Code, book.Name, notices);
    }

    private static Notice Notice(YamlNodeReader content, YamlNodeReader item)
    {
        var reader = new TemplateReader();
        var id = item.NeedCode("id");
        var subject = reader.Need(item, "subject");
        if (item.Items("body").Count == 0) item.Fault("body", "Thư phải có ít nhất một dòng.");
        var parts = new[] { (content, "opening"), (item, "body"), (content, "closing") };
        foreach (var block in parts.SelectMany(p => p.Item1.Items(p.Item2)).Where(b => !b.Has("text") && !b.Has("line")))
            block.Fault("Mỗi dòng của thư phải là 'text' hoặc 'line'.");
        var blocks = parts.Select(p => reader.Blocks(p.Item1, p.Item2)).ToList();
        // The short message asks for values of its own, fewer than the letter may: it is checked apart.
        var sms = new TemplateReader();
        var words = sms.Maybe(item, "sms");
        if (item.Text("sms") is { } written && SmsText.Measure(SmsText.Plain(Place().Replace(written, ""))) is { Segments: > 1 } size)
            item.Fault("sms", $"Tin nhắn dài {size.Units} ký tự chưa kể chỗ điền, quá một tin (160 ký tự không dấu): viết ngắn lại.");
        return new Notice(id, reader.Placeholders, filling => (subject(filling), Notifications.Notice.Write(blocks.SelectMany(b => b(filling)))), sms.Placeholders, words);
    }

    [GeneratedRegex(@"\{\{[^}]*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
