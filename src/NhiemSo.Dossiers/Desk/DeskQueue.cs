using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Desk;

/// <summary>A line of the desk's list.</summary>
internal sealed record QueueRow(Matter Matter, string LookupCode, DateTime SubmittedAt, Channel Channel);

/// <summary>The one-stop desk's lists: dossiers by state, newest last, with permission in the query and keyset paging.</summary>
internal sealed class DeskQueue(DepartmentDb db)
{
    public const int PageSize = 50;

    public const string ToTransfer = "da-tiep-nhan";

    /// <summary>Tabs: address word, name, states; the last one is everything.</summary>
    public static readonly IReadOnlyList<(string Word, string Name, IReadOnlyList<string> States)> Tabs =
    [
        ("cho-tiep-nhan", "Chờ tiếp nhận", ["moi-dang-ky"]),
        ("cho-hoan-thien", "Chờ hoàn thiện", ["cho-hoan-thien"]),
        ("cho-chuyen", "Chờ chuyển", [ToTransfer]),
        ("dang-giai-quyet", "Đang giải quyết", ["cho-phan-cong", "dang-tham-dinh", "dang-du-thao", "cho-ky", "dang-ky-so", "cho-dong-dau", "cho-phat-hanh", "cho-ubnd", "da-chuyen", "co-quan-xu-ly"]),
        ("cho-bo-sung", "Chờ bổ sung", ["cho-bo-sung", "cho-bo-sung-sau"]),
        ("cho-tra", "Chờ trả kết quả", ["cho-tra-ket-qua"]),
        ("tat-ca", "Tất cả", []),
    ];

    /// <param name="text">Dossier number, look-up code, or the beginning of the applicant's name.</param>
    /// <param name="dutyId">Only dossiers done under this duty.</param>
    public async Task<IReadOnlyList<QueueRow>> ReadAsync(Reader reader, IReadOnlyList<string> states, string? text, Guid? after, CancellationToken ct, Guid? dutyId = null)
    {
        if (states.Count == 0 && dutyId is null && string.IsNullOrWhiteSpace(text)) return await NewestAsync(reader, after, ct);
        var matters = db.VisibleTo(reader).Where(m => m.Kind == DossiersRoom.Kind);
        if (states.Count > 0) matters = matters.Where(m => states.Contains(m.State));
        if (dutyId is { } duty) matters = matters.Where(m => m.DutyId == duty);
        if (after is { } id) matters = matters.Where(m => m.Id < id);
        if (string.IsNullOrWhiteSpace(text)) return await PageAsync(matters, db.Set<Dossier>(), ct);
        var typed = text.Trim();
        // A code is asked for by its own index; joined by "or" with the name it would make the engine read every dossier.
        if (await IdOfCodeAsync(typed, ct) is { } known) return await PageAsync(matters.Where(m => m.Id == known), db.Set<Dossier>(), ct);
        return await PageAsync(matters, db.Set<Dossier>().Where(d => d.ApplicantName.StartsWith(typed)), ct);
    }

    /// <summary>Read from the reader's own keys, each newest first: somebody who may see little would else make the engine look at every dossier there is.</summary>
    private async Task<IReadOnlyList<QueueRow>> NewestAsync(Reader reader, Guid? after, CancellationToken ct)
    {
        var found = new HashSet<Guid>();
        foreach (var key in reader.Keys)
        {
            var seen = db.Set<MatterScope>().Where(s => s.Key == key);
            if (after is { } id) seen = seen.Where(s => s.MatterId < id);
            var matters = from s in seen join m in db.Set<Matter>() on s.MatterId equals m.Id where m.Kind == DossiersRoom.Kind orderby s.MatterId descending select s.MatterId;
            found.UnionWith(await matters.Take(PageSize + 1).ToListAsync(ct));
        }

        var page = found.OrderDescending().Take(PageSize + 1).ToList();
        return await PageAsync(db.Set<Matter>().Where(m => page.Contains(m.Id)), db.Set<Dossier>(), ct);
    }

    private async Task<Guid?> IdOfCodeAsync(string typed, CancellationToken ct)
    {
        var code = Submission.ReadCode(typed);
        return await db.Set<Dossier>().Where(d => d.LookupCode == code).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct)
            ?? await db.Set<Matter>().Where(m => m.Number == code && m.Kind == DossiersRoom.Kind).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct);
    }

    private static async Task<IReadOnlyList<QueueRow>> PageAsync(IQueryable<Matter> matters, IQueryable<Dossier> dossiers, CancellationToken ct)
    {
        var query = from m in matters
                    join d in dossiers on m.Id equals d.Id
                    orderby m.Id descending
                    select new { m, d.LookupCode, d.SubmittedAt, d.Channel };
        var found = await query.Take(PageSize + 1).AsNoTracking().ToListAsync(ct);
        return [.. found.Select(x => new QueueRow(x.m, x.LookupCode, x.SubmittedAt, x.Channel))];
    }

    public Task<int> WaitingAsync(Reader reader, CancellationToken ct) =>
        db.VisibleTo(reader).Where(m => m.Kind == DossiersRoom.Kind && m.Turn == Role.Desk).OrderBy(m => m.Turn).Take(100).CountAsync(ct);
}
