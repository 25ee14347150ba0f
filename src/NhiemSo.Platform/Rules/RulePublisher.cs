using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Rules;

/// <summary>Puts versions of rule books into the database, from a folder or made on a screen: both ways leave the same rows and the same trail.</summary>
public sealed class RulePublisher(DepartmentDb db, AuditTrail audit, RuleShelf shelf, TimeProvider time)
{
    /// <summary>The rule of a book made on a screen, checked as an import would check it.</summary>
    /// <param name="path">Where it goes under <c>rules/</c> when exported.</param>
    public Outcome<(RuleBook Book, T Rule)> Check<T>(string path, string yaml)
        where T : class
    {
        var compiled = RuleCompiler.Compile([new RuleText(path, yaml)], shelf.Kinds);
        if (compiled.Faults.Count > 0) return Problem.Invalid("Quy tắc có lỗi, chưa nạp gì.", [.. compiled.Faults.Select(f => new FieldFault("", $"{f.File}:{f.Line}: {f.Message}"))]);
        var book = compiled.Books[0];
        return (book, (T)compiled.Library.Version(book.Hash)!.Rule);
    }

    /// <summary>Adds the version, inside the act. Afterwards <see cref="RuleShelf.RefreshAsync"/> makes this node know it at once.</summary>
    public async Task PublishInActAsync(RuleBook book, Actor by, CancellationToken ct)
    {
        var version = new RuleVersion
        {
            Kind = book.Kind, Code = book.Code, Name = book.Name, From = book.From, To = book.To, Hash = book.Hash, Text = book.Text,
            Path = book.File, PublishedAt = Microseconds.Trim(time.UtcNow()), PublishedBy = by.Name,
        };
        db.Add(version);
        await audit.WriteAsync("rule", version.Id, by, new AuditNote("nap-quy-tac", $"Nạp {book.Kind} {book.Code}, {book.Name}", Changes: [new Change("hash", null, book.Hash)]), ct);
    }
}
