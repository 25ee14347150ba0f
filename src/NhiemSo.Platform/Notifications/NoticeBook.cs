using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;

namespace NhiemSo.Platform.Notifications;

/// <summary>What an office writes to the people it works for, one notice for each kind of news.</summary>
public sealed record NoticeBook(string Code, string Name, IReadOnlyList<Notice> Notices)
{
    public Notice? Notice(string id) => Notices.FirstOrDefault(n => n.Id == id);
}

/// <summary>One notice, waiting for its values.</summary>
public sealed class Notice
{
    private readonly Func<TemplateFilling, (string Subject, string Text)> _make;

    private readonly Func<TemplateFilling, string?> _sms;

    internal Notice(string id, IReadOnlyList<string> placeholders, Func<TemplateFilling, (string Subject, string Text)> make, IReadOnlyList<string> smsPlaceholders, Func<TemplateFilling, string?> sms) =>
        (Id, Placeholders, _make, SmsPlaceholders, _sms) = (id, placeholders, make, smsPlaceholders, sms);

    public string Id { get; }

    /// <summary>Every value it asks for.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>Every value that its short message asks for.</summary>
    public IReadOnlyList<string> SmsPlaceholders { get; }

    /// <summary>The short message; null when the notice has none.</summary>
    public string? FillSms(PaperValues values) => _sms(new TemplateFilling(values));

    /// <summary>Subject and text; a value not given is left out, for an act must not fail for a letter. What may be asked for is checked when the book is read.</summary>
    public (string Subject, string Text) Fill(PaperValues values) => _make(new TemplateFilling(values));

    /// <summary>Plain text of the blocks: lines of one kind stand together, paragraphs apart.</summary>
    internal static string Write(IEnumerable<PaperBlock> blocks)
    {
        var text = new System.Text.StringBuilder();
        var lineBefore = false;
        foreach (var block in blocks)
        {
            var written = block switch
            {
                PaperParagraph paragraph => paragraph.Text.ToString(),
                LabelValue { Value: { } value } labelled => $"{labelled.Label}: {value}",
                _ => "",
            };
            if (written.Length == 0) continue;
            var line = block is LabelValue || written.StartsWith("- ", StringComparison.Ordinal);
            if (text.Length > 0) text.Append(lineBefore && line ? "\n" : "\n\n");
            text.Append(written);
            lineBefore = line;
        }

        return text.Append('\n').ToString();
    }
}
