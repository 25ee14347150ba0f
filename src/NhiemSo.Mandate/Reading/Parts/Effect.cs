using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>From when the decision is in force, and which documents it ends. Read from the articles that hold no duties.</summary>
internal sealed class Effect(IReadOnlyList<(int Line, string Text, string[] Sentences)> articles)
{
    private static readonly string[] ActiveVerbs = ["thay thế", "bãi bỏ", "hủy bỏ", "huỷ bỏ"];

    /// <summary>Words after which a number names a document in passing, or only a part of one.</summary>
    private static readonly string[] InPassing = ["khoản ", "điểm ", "điều ", "theo ", "hướng dẫn", "thi hành", "sửa đổi", "căn cứ", "quy định tại"];

    public static Effect Of(Branch trunk, IReadOnlySet<Branch> duties)
    {
        var texts = new List<(int, string, string[])>();
        foreach (var article in trunk.Children.SelectMany(Articles))
        {
            var all = Citations.Walk(article).Prepend(article).ToArray();
            if (all.Any(duties.Contains)) continue;
            var pieces = all.SelectMany(b => new[] { b.Heading, b.Text }).OfType<string>().ToArray();
            texts.Add((article.Line, string.Join(' ', pieces), [.. pieces.SelectMany(p => p.Split(". "))]));
        }

        return new Effect(texts);
    }

    private static IEnumerable<Branch> Articles(Branch top) =>
        top.Token.Style is Tokens.Style.Division or Tokens.Style.Chapter or Tokens.Style.Section ? top.Children.SelectMany(Articles) : [top];

    /// <param name="header">A consolidated text (VBHN) is signed long after what it puts together came into force.</param>
    public DateOnly? From(Header header, List<Warning> warnings)
    {
        var signed = header.Date;
        foreach (var (line, text, _) in articles)
        {
            var at = text.IndexOf("có hiệu lực", StringComparison.OrdinalIgnoreCase);
            if (at < 0 && CarriedOutFrom(text)) return Signed(line);
            if (at < 0 && AppliedFrom(text) is { } applied) return applied;
            if (at < 0) continue;
            var end = Array.ConvertAll([". ", ";", "thay thế", "bãi bỏ"], m => text.IndexOf(m, at, StringComparison.OrdinalIgnoreCase)).Where(e => e > 0).DefaultIfEmpty(text.Length).Min();
            var sentence = text[at..end];
            if (DateText.First(sentence) is { } date)
            {
                if (date.Date < signed && header.Number?.Contains("VBHN", StringComparison.OrdinalIgnoreCase) != true) warnings.Add(new Warning(line, $"Ngày có hiệu lực ({date.Date:dd/MM/yyyy}) trước ngày ký ({signed:dd/MM/yyyy})."));
                return date.Date;
            }

            if (sentence.Contains("thông qua", StringComparison.OrdinalIgnoreCase)) return Passed() ?? signed;
            var signing = sentence.Contains("ngày ký", StringComparison.OrdinalIgnoreCase) || sentence.Contains("ngày ban hành", StringComparison.OrdinalIgnoreCase);
            var after = sentence.IndexOf("sau ", StringComparison.OrdinalIgnoreCase);
            if (signing && after < 0) return Signed(line);
            if (signing && Days(sentence[after..]) is { } days) return Signed(line)?.AddDays(days);
            warnings.Add(new Warning(line, "Văn bản không ghi ngày có hiệu lực cụ thể."));
            return null;
        }

        return null;

        DateOnly? Signed(int line)
        {
            if (signed is null) warnings.Add(new Warning(line, "Văn bản có hiệu lực từ ngày ký nhưng không đọc được ngày ký."));
            return signed;
        }
    }

    /// <summary>"Nghị quyết này được Hội đồng nhân dân ... thông qua ngày 01 tháng 7 năm 2025".</summary>
    private DateOnly? Passed() =>
        articles.Select(a => a.Text.IndexOf("thông qua ngày", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? DateText.First(a.Text, at)?.Date : null).FirstOrDefault(d => d is not null);

    /// <summary>Older decisions say it in one sentence: "chịu trách nhiệm thi hành Quyết định này kể từ ngày ký".</summary>
    private static bool CarriedOutFrom(string text)
    {
        var at = text.IndexOf("thi hành", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && text.IndexOf("kể từ ngày ký", at, StringComparison.OrdinalIgnoreCase) is var signing && signing >= 0 && signing - at < 60;
    }

    /// <summary>"Quyết định này được thực hiện kể từ ngày 01 tháng 01 năm 2024".</summary>
    private static DateOnly? AppliedFrom(string text)
    {
        foreach (var verb in (string[])["này được thực hiện", "này thực hiện", "này được thi hành", "này thi hành", "này được áp dụng", "này áp dụng"])
            if (text.IndexOf(verb, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && DateText.First(text, at) is { } from && from.At - at < verb.Length + 15) return from.Date;
        return null;
    }

    private static readonly (string Word, int Value)[] Spelled = [("mười lăm ngày", 15), ("mười ngày", 10), ("bảy ngày", 7), ("năm ngày", 5), ("hai mươi ngày", 20), ("ba mươi ngày", 30), ("bốn mươi lăm ngày", 45)];

    /// <summary>"sau 10 ngày", "sau mười lăm (15) ngày", "sau mười ngày".</summary>
    private static int? Days(string text)
    {
        var digits = new string(text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit).ToArray());
        if (digits.Length is > 0 and <= 3) return int.Parse(digits);
        var spelled = Array.FindIndex(Spelled, s => text.StartsWith("sau " + s.Word, StringComparison.OrdinalIgnoreCase));
        return spelled < 0 ? null : Spelled[spelled].Value;
    }

    /// <summary>Documents ended as a whole by "thay thế", "bãi bỏ", "hết hiệu lực". A repealed clause of one doesn't end it.</summary>
    public IReadOnlyList<DocumentReference> Replaced()
    {
        var replaced = new List<DocumentReference>();
        foreach (var (_, text, sentences) in articles)
        {
            var at = ActiveVerbs.Select(v => text.IndexOf(v, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
            var amends = text.IndexOf("sửa đổi, bổ sung", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (amends < 0 || amends > at)) Take(text, at);

            // "hết hiệu lực" stands behind the names, in the same sentence.
            var listed = false;
            foreach (var sentence in sentences)
            {
                var end = sentence.IndexOf("hết hiệu lực", StringComparison.OrdinalIgnoreCase);
                if (end > 0) Take(sentence[..end], 0);
                if (listed || end <= 0 || sentence.IndexOf(':', end) is not (> 0 and var colon)) continue;
                Take(text, text.IndexOf(sentence, StringComparison.Ordinal) + colon); // the names stand in the list below
                listed = true;
            }
        }

        return replaced;

        void Take(string text, int at)
        {
            while (DocumentNumber.Reference(text, at) is { } found)
            {
                var before = text[at..found.End];
                if (!Array.Exists(InPassing, w => before.Contains(w, StringComparison.OrdinalIgnoreCase)) && !replaced.Exists(r => r.Number == found.Reference.Number)) replaced.Add(found.Reference);
                at = found.End;
            }
        }
    }
}
