using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Rules;

/// <summary>Doubtful facts of the rules and their confirmation by name.</summary>
public sealed class RuleConfirmations(DepartmentDb db, Work work, AuditTrail audit, RuleShelf shelf, TimeProvider time)
{
    /// <summary>Every fact still to be confirmed in the books in use on a date.</summary>
    public IEnumerable<(RuleBook Book, DoubtfulFact Fact)> All(DateOnly day) =>
        shelf.At(day).Books.SelectMany(b => shelf.Doubtful(b).Select(f => (b, f)));

    /// <summary>Confirms facts of a book on one named paper; a confirmation falls when its fact changes.</summary>
    public async Task<Outcome<Done>> ConfirmAsync(RuleBook book, IReadOnlyList<string> facts, string source, Reader by, bool demo, CancellationToken ct)
    {
        if (!by.Has(Role.Leader) && !by.Has(Role.Admin)) return Problem.Forbidden("Chỉ lãnh đạo Sở hoặc quản trị viên được xác nhận quy tắc.");
        if (string.IsNullOrWhiteSpace(source)) return Problem.Field("source", "Ghi văn bản đã dùng để đối chiếu.");
        var doubtful = shelf.Doubtful(book).Where(f => facts.Contains(f.Path, StringComparer.Ordinal)).ToList();
        if (facts.FirstOrDefault(path => !doubtful.Exists(f => f.Path == path)) is { } other)
        {
            return shelf.Confirmations.LastOrDefault(c => c.Kind == book.Kind && c.Code == book.Code && c.Fact == other) is { } before
                ? Problem.WrongState($"Điểm '{other}' đã được {before.PersonName} xác nhận. Xem trong danh sách đã xác nhận.")
                : Problem.NotFound("Quy tắc này không có điểm cần đối chiếu như vậy.");
        }

        return await WriteAsync([.. doubtful.Select(f => (book, f))], source, by, demo, ct);
    }

    /// <summary>Confirms all that is doubtful on a day in some of the books, as the demo does: one act, and the rules are read again once.</summary>
    public Task<Outcome<Done>> ConfirmAllAsync(DateOnly day, Func<RuleBook, bool> which, string source, Reader by, bool demo, CancellationToken ct) =>
        WriteAsync([.. All(day).Where(f => which(f.Book))], source, by, demo, ct);

    private async Task<Outcome<Done>> WriteAsync(IReadOnlyList<(RuleBook Book, DoubtfulFact Fact)> facts, string source, Reader by, bool demo, CancellationToken ct)
    {
        var outcome = await work.ActAsync<Done>(async c =>
        {
            foreach (var (book, fact) in facts)
            {
                var confirmation = new RuleConfirmation
                {
                    Kind = book.Kind, Code = book.Code, Fact = fact.Path, FactHash = fact.FactHash, PersonId = by.PersonId, PersonName = by.Name,
                    At = Microseconds.Trim(time.GetUtcNow().UtcDateTime), Source = source, Demo = demo,
                };
                db.Add(confirmation);
                await audit.WriteAsync("rule", confirmation.Id, by.As(Role.Leader), new AuditNote("xac-nhan-quy-tac", $"Xác nhận {book.Code}: {fact.Path}", source, [new Change(fact.Path, null, fact.FactHash)]), c);
            }

            return Done.Yes;
        }, ct);
        if (outcome.Ok) await shelf.RefreshAsync(ct, now: true);
        return outcome;
    }
}
