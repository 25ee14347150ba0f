namespace NhiemSo.Platform.Rules.Books;

/// <summary>A rule book file; <paramref name="File"/> is its path under <c>rules/</c>, with '/'.</summary>
public sealed record RuleText(string File, string Yaml);

/// <param name="Library">What could be compiled; use it only when there are no faults.</param>
/// <param name="Books">Every book of a known kind whose head could be read, faulty or not.</param>
/// <param name="UnknownKinds">Books of kinds that nobody registered: neither head nor content is checked.</param>
public sealed record RuleCompilation(
    RuleLibrary Library, IReadOnlyList<RuleBook> Books, IReadOnlyList<RuleFault> Faults, IReadOnlyList<RuleBook> UnknownKinds);

/// <summary>
/// Texts to rules: heads, contents, references between books. Pure. Of one kind and code there may be several versions
/// with different first days; the caller passes only the one published last for each of these days.
/// </summary>
public static class RuleCompiler
{
    public static RuleCompilation Compile(IEnumerable<RuleText> texts, IReadOnlyList<IRuleKind> kinds) => Compile(texts, kinds, new RuleFaults());

    public static RuleCompilation Compile(IEnumerable<RuleText> texts, IReadOnlyList<IRuleKind> kinds, RuleFaults faults)
    {
        var byName = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);
        var books = new List<RuleBook>();
        var unknown = new List<RuleBook>();
        var loaded = new List<LoadedRule>();
        foreach (var text in texts)
        {
            var before = faults.Count;
            var headFaults = new RuleFaults();
            var book = RuleBookReader.Read(text.File, text.Yaml, headFaults);
            if (book is not null && book.Kind.Length > 0 && !byName.ContainsKey(book.Kind))
            {
                unknown.Add(book);
                continue;
            }
            faults.AddAll(headFaults);
            if (book is null) continue;
            books.Add(book);
            if (!byName.TryGetValue(book.Kind, out var kind)) continue;
            CheckFolder(book, kind, faults);
            var content = book.Open(faults);
            var rule = kind.Compile(book, content);
            content.Finish();
            if (faults.Count == before) loaded.Add(new LoadedRule(book, rule));
        }
        CheckVersions(books, faults);
        CrossCheck(loaded, kinds, faults);
        return new RuleCompilation(new RuleLibrary(loaded), books, faults.InOrder, unknown);
    }

    private static void CheckFolder(RuleBook book, IRuleKind kind, RuleFaults faults)
    {
        var folder = kind.Folder.Length == 0 ? "" : kind.Folder + "/";
        var inside = folder.Length == 0 ? !book.File.Contains('/', StringComparison.Ordinal) : book.File.StartsWith(folder, StringComparison.Ordinal);
        if (!inside) faults.Add(book.Place("kind"), $"Tệp loại '{book.Kind}' phải nằm trong thư mục rules/{folder}.");
    }

    private static void CheckVersions(List<RuleBook> books, RuleFaults faults)
    {
        foreach (var versions in books.Where(b => b.Code.Length > 0).GroupBy(b => (b.Kind, b.Code, b.Draft)))
        {
            var inOrder = versions.OrderBy(b => b.From).ToList();
            foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
            {
                if (earlier.From == later.From) faults.Add(later.Place("code"), $"Mã '{later.Code}' đã được dùng trong {earlier.File} với cùng ngày bắt đầu hiệu lực.");
                else if (earlier.To >= later.From) faults.Add(earlier.Place("effective.to"), $"Ngày hết hiệu lực trùng thời gian với bản sau trong {later.File}, bắt đầu từ {later.From:d/M/yyyy}.");
            }
        }
    }

    private static void CrossCheck(List<LoadedRule> loaded, IReadOnlyList<IRuleKind> kinds, RuleFaults faults)
    {
        var codes = loaded.GroupBy(r => (r.Book.Kind, r.Book.Code, r.Book.From)).Select(g => g.First()).ToList();
        foreach (var rule in codes)
            if (rule.Book.ReplacedBy is { } successor && !codes.Exists(r => r.Book.Kind == rule.Book.Kind && r.Book.Code == successor))
                faults.Add(rule.Book.Place("replaced_by"), $"Chưa nạp '{successor}' thay thế văn bản này.");
        var everything = new RuleLibrary(codes, drafts: true);
        foreach (var day in everything.ChangeDays)
            foreach (var kind in kinds) kind.CrossCheck(everything.At(day), faults);
    }
}
