using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Words;

/// <summary><c>rules/synonyms/</c>; its own reader checks every key.</summary>
internal sealed class SynonymKind : IRuleKind
{
    public string Kind => "synonyms";

    public string Folder => "synonyms";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        content.Allow(["equal", "everyday", "questions", "acts", "elsewhere"]);
        var reading = SynonymBook.Read(book.Text, book.File);
        if (reading.Ok) return reading.Value;
        foreach (var fault in reading.Problem.Fields)
            content.Faults.Add(new RulePlace(book.File, int.TryParse(fault.Field.Split(':')[^1], out var line) ? line : 1, 1), fault.Message);
        return SynonymBook.None;
    }
}
