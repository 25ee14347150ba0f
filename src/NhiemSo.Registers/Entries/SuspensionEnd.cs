using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>
/// A suspension with a last day ends by itself: on the day after it the entry is in force again, as one more version and with a word in the
/// history of the matter that suspended it. One that ended in another way meanwhile is left alone.
/// </summary>
internal sealed class SuspensionEnd(DepartmentDb db, Work work, RegisterBook book, RuleShelf rules, TimeProvider time) : IJobHandler
{
    public const string Name = "registers.suspension-end";

    private const int Batch = 100;

    public string Kind => Name;

    public string Title => "Kết thúc các đình chỉ đã hết hạn";

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        foreach (var schema in rules.At(time.Today()).All<RegisterSchema>().Where(s => s.Suspension is not null))
        {
            for (var last = Guid.Empty; ;)
            {
                var page = await db.Set<RegisterEntry>().AsNoTracking().Where(e => e.Register == schema.Code && e.State == schema.Suspension!.State && e.Id > last).OrderBy(e => e.Id).Take(Batch).ToListAsync(ct);
                foreach (var entry in page.Where(e => LastDay(schema, e) < time.Today())) await EndAsync(schema, entry.Id, ct);
                if (page.Count < Batch) break;
                last = page[^1].Id;
            }
        }
    }

    private Task<Outcome<Done>> EndAsync(RegisterSchema schema, Guid id, CancellationToken ct) => work.ActAsync<Done>(async c =>
    {
        var entry = await db.Set<RegisterEntry>().FirstAsync(e => e.Id == id, c);
        if (entry.State != schema.Suspension!.State || LastDay(schema, entry) is not { } day || day >= time.Today()) return Done.Yes;
        var matterId = await db.Set<RegisterEntryVersion>().Where(v => v.EntryId == id && v.Version == entry.Version).Select(v => v.MatterId).FirstOrDefaultAsync(c) ?? entry.MatterId;
        var matter = await db.Set<Matter>().FirstAsync(m => m.Id == matterId, c);
        var text = $"Hết thời hạn đình chỉ ngày {day:dd/MM/yyyy}, có hiệu lực trở lại";
        await book.ChangeAsync(matter, new EntryChange(id, text, entry.HolderName, new Dictionary<string, object?>(StringComparer.Ordinal), null, schema.States.First(s => s.Initial).Id), Actor.System, c);
        return Done.Yes;
    }, ct);

    private static DateOnly? LastDay(RegisterSchema schema, RegisterEntry entry) =>
        DateOnly.TryParseExact(RegisterBook.Data(entry.Data).GetValueOrDefault(schema.Suspension!.UntilColumn)?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
