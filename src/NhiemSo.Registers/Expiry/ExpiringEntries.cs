using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Expiry;

/// <summary>Entries in force whose last day is near: as many days ahead as the office's book says. Who holds them may need to apply anew.</summary>
internal sealed class ExpiringEntries(EntryList list, RuleShelf rules, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Counts stop here.</summary>
    public const int CountLimit = 100;

    public int Days => rules.At(time.Today()).All<OfficeRule>()[0].ExpiryWarningDays;

    /// <param name="register">Of this register only; null: of all.</param>
    /// <param name="after">The last entry of the page before.</param>
    public async Task<IReadOnlyList<RegisterEntry>> PageAsync(Reader reader, string? register, (DateOnly To, Guid Id)? after, CancellationToken ct)
    {
        var query = Expiring(reader);
        if (!string.IsNullOrEmpty(register)) query = query.Where(e => e.Register == register);
        if (after is { } last)
        {
            var (to, id) = last;
            query = query.Where(e => e.To > to || (e.To == to && e.Id > id));
        }

        return await query.OrderBy(e => e.To).ThenBy(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
    }

    public Task<int> CountAsync(Reader reader, CancellationToken ct) => Expiring(reader).OrderBy(e => e.To).Take(CountLimit).CountAsync(ct);

    private IQueryable<RegisterEntry> Expiring(Reader reader)
    {
        var (today, until) = (time.Today(), time.Today().AddDays(Days));
        // A state belongs to its register: the same word may be in force in one and not in another.
        var inForce = list.Registers.SelectMany(r => r.States.Where(s => s.InForce).Select(s => r.Code + "/" + s.Id)).ToList();
        return list.Visible(reader).Where(e => e.To >= today && e.To <= until && inForce.Contains(e.Register + "/" + e.State));
    }
}
