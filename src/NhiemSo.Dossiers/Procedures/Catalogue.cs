using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Dossiers.Procedures;

/// <summary>A procedure with its book: sources, what is doubtful, what keeps it from being offered.</summary>
/// <param name="Blocks">Why it may not be offered; empty when it may.</param>
/// <param name="HorizonNote">"luật cập nhật đến …", null when nothing is to be said.</param>
internal sealed record OfferedProcedure(Procedure Procedure, RuleBook Book, IReadOnlyList<string> Blocks, IReadOnlyList<DoubtfulFact> Doubtful, string? HorizonNote)
{
    /// <summary>What is doubtful about the fact at a path, or about a part of it.</summary>
    public IReadOnlyList<DoubtfulFact> Doubts(string path) => [.. Doubtful.Where(d => d.Path == path || d.Path.StartsWith(path + ".", StringComparison.Ordinal))];

    /// <summary>Title of the text in which the fact was read; null when the book doesn't say.</summary>
    public string? SourceOf(string path) =>
        Book.Confidence.FirstOrDefault(c => c.Path == path)?.SourceId is { } id ? Book.Sources.FirstOrDefault(s => s.Id == id)?.Title : null;

    public bool MayBeFiled => Blocks.Count == 0;

    public bool Online => MayBeFiled && Procedure.Channels.Contains(Channel.Online);
}

/// <summary>The procedures on a date.</summary>
internal sealed class Catalogue(RuleShelf rules)
{
    public IReadOnlyList<OfferedProcedure> All(DateOnly day) => [.. rules.At(day).All<Procedure>().Select(p => Offer(rules.At(day), p))];

    /// <summary>Those that somebody can hand in; what the department opens itself is never offered.</summary>
    public IReadOnlyList<OfferedProcedure> ForApplicants(DateOnly day) => [.. All(day).Where(o => !o.Procedure.OpenedByOffice)];

    public OfferedProcedure? Find(string code, DateOnly day) => rules.At(day).Find<Procedure>(code) is { } p ? Offer(rules.At(day), p) : null;

    /// <summary>The version a dossier was filed under.</summary>
    public Procedure Version(string hash) => rules.Version<Procedure>(hash);

    private OfferedProcedure Offer(RuleSet set, Procedure procedure)
    {
        var book = set.Book<Procedure>(procedure.Code)!;
        return new OfferedProcedure(procedure, book, Publication.Blocks(procedure, book, rules.Confirmations), rules.Doubtful(book), set.HorizonNote(book));
    }
}
