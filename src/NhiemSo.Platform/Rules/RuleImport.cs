using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Search;

namespace NhiemSo.Platform.Rules;

public enum RuleChange
{
    New,
    Changed,
    Same,

    /// <summary>In the database, not in the folder.</summary>
    OnlyInDatabase,
}

/// <summary>One book compared: the folder against the newest version in the database.</summary>
public sealed record RuleDifference(string Kind, string Code, string Name, string Path, RuleChange Change);

/// <summary>Import, comparison and export of rule books. A changed file changes nothing until it is imported here.</summary>
public sealed class RuleImport(DepartmentDb db, Work work, RulePublisher publisher, RuleShelf shelf, SearchRebuild search)
{
    /// <summary>Imports all books of <paramref name="folder"/>, or none of them when any has a fault.</summary>
    public async Task<Outcome<IReadOnlyList<RuleDifference>>> ImportAsync(string folder, Actor by, CancellationToken ct)
    {
        var compiled = Read(folder);
        if (Faults(compiled) is { } problem) return problem;
        var outcome = await work.ActAsync<IReadOnlyList<RuleDifference>>(async c =>
        {
            var differences = await CompareAsync(compiled.Books, c);
            foreach (var change in differences.Where(d => d.Change is RuleChange.New or RuleChange.Changed))
            {
                var book = compiled.Books.First(b => b.Kind == change.Kind && b.Code == change.Code && b.File == change.Path);
                await publisher.PublishInActAsync(book, by, c);
            }

            return Outcome.Of(differences);
        }, ct);
        if (!outcome.Ok) return outcome;
        await shelf.RefreshAsync(ct, now: true);
        await search.FollowSourcesAsync(ct);
        return outcome;
    }

    /// <summary>What an import would change.</summary>
    public async Task<Outcome<IReadOnlyList<RuleDifference>>> DiffAsync(string folder, CancellationToken ct)
    {
        var compiled = Read(folder);
        return Faults(compiled) is { } problem ? problem : Outcome.Of(await CompareAsync(compiled.Books, ct));
    }

    /// <summary>Writes the newest version of every book back to files, byte for byte the canonical text; answers how many.</summary>
    public async Task<int> ExportAsync(string folder, CancellationToken ct)
    {
        var newest = await NewestAsync(ct);
        foreach (var version in newest)
        {
            var path = Path.Combine(folder, version.Path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, version.Text, ct);
        }

        return newest.Count;
    }

    private RuleCompilation Read(string folder)
    {
        var faults = new RuleFaults();
        return RuleCompiler.Compile(RuleFolder.Read(folder, faults), shelf.Kinds, faults);
    }

    private static Problem? Faults(RuleCompilation compiled) => compiled.Faults.Count == 0 ? null
        : Problem.Invalid("Bộ quy tắc có lỗi, chưa nạp gì.", [.. compiled.Faults.Select(f => new FieldFault($"{f.File}:{f.Line}", f.Message))]);

    private async Task<IReadOnlyList<RuleDifference>> CompareAsync(IReadOnlyList<RuleBook> books, CancellationToken ct)
    {
        var newest = (await NewestAsync(ct)).ToDictionary(v => (v.Kind, v.Code, v.From));
        var differences = new List<RuleDifference>();
        foreach (var book in books)
        {
            var change = !newest.Remove((book.Kind, book.Code, book.From), out var known) ? RuleChange.New : known.Hash == book.Hash ? RuleChange.Same : RuleChange.Changed;
            differences.Add(new RuleDifference(book.Kind, book.Code, book.Name, book.File, change));
        }

        differences.AddRange(newest.Values.Select(v => new RuleDifference(v.Kind, v.Code, v.Name, v.Path, RuleChange.OnlyInDatabase)));
        return differences;
    }

    /// <summary>Of each book and first day the version published last.</summary>
    private async Task<IReadOnlyList<RuleVersion>> NewestAsync(CancellationToken ct)
    {
        var all = await db.Set<RuleVersion>().AsNoTracking().OrderBy(v => v.Id).ToListAsync(ct);
        return [.. all.GroupBy(v => (v.Kind, v.Code, v.From)).Select(g => g.Last())];
    }
}
