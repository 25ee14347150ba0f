namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>The top of the first page: issuer and Quốc hiệu, number and date, title, Kính gửi, căn cứ (ô 1-6 and 9a).</summary>
internal sealed class HeadStrips(Paper paper, TypeCase type)
{
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    // Ô 2 and ô 5a: the rule is a third to a half as long as the line of text.
    public const float RuleShare = 0.4f;

    // Between the two columns of the head, so that long names do not touch.
    public const float HeadGap = 8;

    private readonly PaperLayout _layout = paper.Layout;

    public IEnumerable<Strip> Make()
    {
        yield return Head();
        if (paper.Title.Kind is not null) yield return Title(paper.Title.Kind);
        if (paper.IssuedBy is { } issuer) yield return IssuedBy(issuer);
        if (paper.Addressees.Count > 0) yield return Addressees();
    }

    private Strip Head()
    {
        var left = new Stack(type, _layout.Measure * (float)_layout.HeadLeftShare - HeadGap);
        var right = new Stack(type, _layout.Measure * (1 - (float)_layout.HeadLeftShare));
        if (paper.Header.Parent is { Length: > 0 } parent) left.Add(parent, _layout.ParentSize, PaperAlign.Center);
        left.Rule(RuleShare * left.Add(PaperText.Bold(paper.Header.Issuer), _layout.IssuerSize, PaperAlign.Center));
        right.Add(PaperText.Bold(Nation), _layout.NationSize, PaperAlign.Center);
        right.Rule(right.Add(PaperText.Bold(Motto), _layout.MottoSize, PaperAlign.Center));

        // Number and date stand on one line (ô 3, ô 4), below the taller of the two names.
        var second = Math.Max(left.Height, right.Height) + 4;
        left.Gap(second - left.Height);
        right.Gap(second - right.Height);
        if (paper.Header.NumberLine is { } number) left.Add(number, _layout.NumberSize, PaperAlign.Center);
        if (paper.Header.DateLine is { } date) right.Add(PaperText.Italic(date), _layout.DateSize, PaperAlign.Center);
        if (paper.Title is { Kind: null, Subject: { } subject })
        {
            left.Gap(6);
            left.Add($"V/v {subject}", _layout.LetterSubjectSize, PaperAlign.Center);
        }

        if (paper.Qr is { Place: QrPlace.Header } qr)
        {
            left.Gap(4);
            QrMark.Add(left, qr, _layout, type);
        }

        return new Strip(Math.Max(left.Height, right.Height), (page, y) =>
        {
            left.Draw(page, _layout.Left, y);
            right.Draw(page, _layout.Left + _layout.Measure - right.Width, y);
        });
    }

    private Strip Title(string kind)
    {
        var stack = new Stack(type, _layout.Measure);
        stack.Add(PaperText.Bold(kind), _layout.KindSize, PaperAlign.Center);
        if (paper.Title.Subject is { } subject)
            stack.Rule(RuleShare * stack.Add(PaperText.Bold(subject), _layout.SubjectSize, PaperAlign.Center));
        return Centred(stack) with { Gap = (float)_layout.BodySize, KeepWithNext = true };
    }

    private Strip IssuedBy(string issuer)
    {
        var stack = new Stack(type, _layout.Measure * 0.86f);
        stack.Add(PaperText.Bold(issuer), _layout.BodySize, PaperAlign.Center);
        return Centred(stack) with { Gap = (float)_layout.BodySize, KeepWithNext = true };
    }

    private Strip Addressees()
    {
        const string label = "Kính gửi: ";
        var lines = paper.Addressees;
        if (lines.Count == 1)
        {
            var one = new Stack(type, _layout.Measure * 0.86f);
            one.Add(label + lines[0], _layout.BodySize, PaperAlign.Center);
            return Centred(one) with { Gap = (float)_layout.BodySize };
        }

        // Several: one a line, the dashes in line below the colon.
        var hang = type.Measure(label, _layout.BodySize);
        var left = _layout.Measure * 0.2f;
        var names = new Stack(type, _layout.Measure - left - hang);
        for (var i = 0; i < lines.Count; i++)
            names.Add($"- {lines[i]}{(i == lines.Count - 1 ? "." : ";")}", _layout.BodySize, PaperAlign.Left);
        var head = new Stack(type, _layout.Measure - left);
        head.Add(label, _layout.BodySize, PaperAlign.Left);
        return new Strip(head.Height + names.Height, (page, y) =>
        {
            head.Draw(page, _layout.Left + left, y);
            names.Draw(page, _layout.Left + left + hang, y + head.Height);
        })
        { Gap = (float)_layout.BodySize };
    }

    private Strip Centred(Stack stack) =>
        new(stack.Height, (page, y) => stack.Draw(page, _layout.Left + (_layout.Measure - stack.Width) / 2, y));
}
