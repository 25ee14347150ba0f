using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Chart;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Words;

namespace NhiemSo.Mandate.Succession.Running;

/// <summary>A book, a register or a procedure, and who keeps it before and after.</summary>
internal sealed record BookMove(MoveKind Kind, string Code, string Name, string From, string To, string? Note);

/// <summary>
/// What is bound to duties by citation: procedures and registers follow the duty, by the mapping and without a word of theirs changed.
/// Books of numbers are the department's: their sequence goes on, whoever draws from it, so no number is given twice.
/// </summary>
internal sealed class BookMoves(DepartmentDb db, MandateView view, RuleShelf rules)
{
    public async Task<IReadOnlyList<BookMove>> AllAsync(Plan plan, DateOnly day, CancellationToken ct) => [.. await BoundAsync(plan, ct), .. await NumbersAsync(day, ct)];

    private async Task<IReadOnlyList<BookMove>> BoundAsync(Plan plan, CancellationToken ct)
    {
        var duties = plan.OldDuties.ToDictionary(d => d.Id);
        return [.. from line in await view.DutiesAsync(plan.Old.Id, null, Reader.Nobody, ct)
                   where duties.ContainsKey(line.Provision.Id)
                   let duty = duties[line.Provision.Id]
                   from book in line.Books
                   select new BookMove(MoveKind.Register, $"{book.Kind}/{book.Code}", $"{Wording.Capital(book.Kind)}: {book.Name}", $"{duty.Citation}, {plan.UnitName(duty.UnitId)}", To(plan, plan.Of(duty).FirstOrDefault()), null)];
    }

    private static string To(Plan plan, DutyMapping? to) => to switch
    {
        null => "chưa sắp xếp",
        { NewId: { } next } => $"{plan.Duty(next).Citation}, {plan.UnitName(plan.Duty(next).UnitId)}",
        _ => $"không còn; {plan.UnitName(to.UnitId!.Value)} kết thúc việc đang mở",
    };

    private async Task<IReadOnlyList<BookMove>> NumbersAsync(DateOnly day, CancellationToken ct)
    {
        var year = $"{day.Year}";
        var last = await db.Set<Counter>().AsNoTracking().Where(c => c.Period == year || c.Period == "-").ToDictionaryAsync(c => (c.Book, c.Period), c => c.Last, ct);
        return [.. rules.At(day).All<DocumentBook>().Select(b =>
        {
            var drawn = last.GetValueOrDefault((b.Code, b.PerYear ? year : "-"));
            return new BookMove(MoveKind.Book, b.Code, b.Name, drawn == 0 ? "chưa lấy số nào" : $"đến số {b.Format(drawn, day.Year)}", $"tiếp từ {b.Format(drawn + 1, day.Year)}", "dãy số đi tiếp, số cũ không cấp lại");
        })];
    }
}
