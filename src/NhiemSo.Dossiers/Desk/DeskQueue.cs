using Microsoft.EntityFrameworkCore;
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
        ("dang-giai-quyet", "Đang giải quyết", ["cho-phan-cong", "dang-tham-dinh", "dang-du-thao", "cho-ky", "dang-ky-so", "cho-dong-dau", "cho-phat-hanh"]),
        ("cho-bo-sung", "Chờ bổ sung", ["cho-bo-sung"]),
        ("cho-tra", "Chờ trả kết quả", ["cho-tra-ket-qua"]),
        ("tat-ca", "Tất cả", []),
    ];

    /// <param name="text">Dossier number, look-up code, or the beginning of the applicant's name.</param>
    public async Task<IReadOnlyList<QueueRow>> ReadAsync(Reader reader, IReadOnlyList<string> states, string? text, Guid? after, CancellationToken ct)
    {
        var matters = db.VisibleTo(reader).Where(m => m.Kind == DossiersRoom.Kind);
        if (states.Count > 0) matters = matters.Where(m => states.Contains(m.State));
        if (after is { } id) matters = matters.Where(m => m.Id < id);
        var query = from m in matters
                    join d in db.Set<Dossier>() on m.Id equals d.Id
                    select new { m, d.LookupCode, d.SubmittedAt, d.Channel, d.ApplicantName };
        if (!string.IsNullOrWhiteSpace(text))
        {
            var typed = text.Trim();
            var code = typed.ToUpperInvariant();
            query = query.Where(x => x.m.Number == typed || x.LookupCode == code || x.ApplicantName.StartsWith(typed));
        }

        var found = await query.OrderByDescending(x => x.m.Id).Take(PageSize + 1).AsNoTracking().ToListAsync(ct);
        return [.. found.Select(x => new QueueRow(x.m, x.LookupCode, x.SubmittedAt, x.Channel))];
    }

    public Task<int> WaitingAsync(Reader reader, CancellationToken ct) =>
        db.VisibleTo(reader).Where(m => m.Kind == DossiersRoom.Kind && m.Turn == Role.Desk).OrderBy(m => m.Id).Take(100).CountAsync(ct);
}
