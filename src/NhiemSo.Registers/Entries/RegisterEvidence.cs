using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;

namespace NhiemSo.Registers.Entries;

/// <summary>What the registers show for a duty: entries made this year.</summary>
internal sealed class RegisterEvidence(EntryList list, RuleShelf rules, TimeProvider time) : IDutyEvidence
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<EvidenceRow>>> OfAsync(IReadOnlyCollection<Guid> duties, Reader reader, CancellationToken ct)
    {
        var shown = list.Registers.Where(s => reader.IsStaff || s.PublicColumns.Any()).ToDictionary(s => s.Code, s => s.Name, StringComparer.Ordinal);
        var year = Vietnam.Utc(new DateOnly(time.Today().Year, 1, 1), TimeOnly.MinValue);
        var rows = await list.IssuedHere(reader).Where(e => duties.Contains(e.DutyId) && e.At >= year).GroupBy(e => new { e.DutyId, e.Register })
            .Select(g => new { g.Key.DutyId, g.Key.Register, Done = g.Count(), Latest = (DateTime?)g.Max(e => e.At) }).ToListAsync(ct);
        var place = reader.IsStaff ? "/so-bo/" : "/danh-sach-cong-khai/";
        return rows.Where(r => shown.ContainsKey(r.Register)).GroupBy(r => r.DutyId).ToDictionary(
            g => g.Key, g => (IReadOnlyList<EvidenceRow>)[.. g.Select(r => new EvidenceRow(shown[r.Register], place + r.Register, null, null, r.Done, r.Latest))]);
    }

    public IReadOnlyList<BoundBook> BooksOf(CitedDuty duty, DateOnly day) =>
        [.. rules.At(day).All<RegisterSchema>().Where(s => duty.IsMeantBy(s.Duty, rules.At(day).Book<RegisterSchema>(s.Code)!.From)).Select(s => new BoundBook("sổ bộ", s.Code, s.Name, s.PublicColumns.Any() ? $"/danh-sach-cong-khai/{s.Code}" : $"/so-bo/{s.Code}"))];
}
