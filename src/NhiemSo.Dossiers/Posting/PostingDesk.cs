using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Posting;

/// <summary>What hangs on the notice board and what should.</summary>
/// <param name="Missing">Offered to applicants, and not posted.</param>
/// <param name="TakenDown">The latest of them.</param>
internal sealed record PostingBoard(IReadOnlyList<Procedure> Missing, IReadOnlyList<NoticePosting> Posted, IReadOnlyList<NoticePosting> TakenDown);

/// <summary>The desk notes which procedures are posted, since when, and that one was taken down (Nghị định 61/2018/NĐ-CP; Thông tư 01/2018/TT-VPCP Điều 13).</summary>
internal sealed class PostingDesk(DepartmentDb db, Work work, Catalogue catalogue, AuditTrail audit, TimeProvider time)
{
    public const int LongestReason = 500;

    private const string Subject = "posting";

    private static readonly Problem NotDesk = Problem.Forbidden("Ghi niêm yết là việc của Bộ phận Một cửa.");

    public static bool MaySee(Reader reader) => reader.Has(Role.Desk) || reader.Has(Role.Leader);

    public async Task<PostingBoard> BoardAsync(CancellationToken ct)
    {
        var posted = await db.Set<NoticePosting>().AsNoTracking().Where(n => n.Until == null).OrderBy(n => n.Id).ToListAsync(ct);
        var takenDown = await db.Set<NoticePosting>().AsNoTracking().Where(n => n.Until != null).OrderByDescending(n => n.Until).ThenByDescending(n => n.Id).Take(50).ToListAsync(ct);
        var hanging = posted.Select(n => n.Procedure).ToHashSet(StringComparer.Ordinal);
        return new PostingBoard([.. Offered().Where(p => !hanging.Contains(p.Code))], [.. posted.OrderBy(n => SortKey.Of(n.Title), StringComparer.Ordinal)], takenDown);
    }

    /// <summary>True while applicants can hand it in: what is no longer offered should not hang.</summary>
    public bool IsOffered(NoticePosting posting) => catalogue.Find(posting.Procedure, time.Today()) is { MayBeFiled: true };

    public Task<NoticePosting?> FindAsync(Guid id, CancellationToken ct) => db.Set<NoticePosting>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, ct);

    /// <summary>Several hung up on one day are noted in one act.</summary>
    public Task<Outcome<Done>> PostAsync(Reader by, IReadOnlyCollection<string> procedures, DateOnly? since, CancellationToken ct) => work.ActAsync<Done>(async c =>
    {
        if (!by.Has(Role.Desk)) return NotDesk;
        if (procedures.Count == 0) return Problem.Field(nameof(PostingPageModel.Procedures), "Chọn thủ tục đã niêm yết.");
        if (since is not { } day) return Problem.Field(nameof(PostingPageModel.Since), "Ghi ngày bắt đầu niêm yết, ví dụ 05/11/2026.");
        if (day > time.Today()) return Problem.Field(nameof(PostingPageModel.Since), "Ngày niêm yết không được sau hôm nay: chỉ ghi thủ tục đã treo lên bảng.");
        var offered = Offered().ToDictionary(p => p.Code, StringComparer.Ordinal);
        var from = Vietnam.Utc(day, TimeOnly.MinValue);
        foreach (var code in procedures.Distinct(StringComparer.Ordinal))
        {
            if (!offered.TryGetValue(code, out var procedure)) return Problem.Field(nameof(PostingPageModel.Procedures), "Có thủ tục không còn nhận hồ sơ nên không niêm yết. Tải lại trang rồi chọn lại.");
            if (await db.Set<NoticePosting>().Where(n => n.Procedure == code && (n.Until == null || n.Until > from)).OrderByDescending(n => n.From).FirstOrDefaultAsync(c) is { } other)
                return other.Until is { } until
                    ? Problem.Field(nameof(PostingPageModel.Since), $"“{other.Title}” đã niêm yết đến ngày {Wording.Date(Vietnam.Day(until))}. Ghi lần niêm yết sau từ ngày ấy trở đi.")
                    : Problem.WrongState($"{other.ByName} đã ghi “{other.Title}” niêm yết từ {Wording.Date(Vietnam.Day(other.From))}. Bỏ chọn thủ tục này.");
            var posting = new NoticePosting { Procedure = code, Title = procedure.Name, From = from, ByName = by.Name, At = Microseconds.Trim(time.UtcNow()) };
            db.Add(posting);
            await audit.WriteAsync(Subject, posting.Id, by.As(Role.Desk), new AuditNote("niem-yet", $"Niêm yết thủ tục “{procedure.Name}” từ {Wording.Date(day)}"), c);
        }

        return Done.Yes;
    }, ct);

    public Task<Outcome<Done>> TakeDownAsync(Reader by, Guid id, DateOnly? until, string? reason, CancellationToken ct) => work.ActAsync<Done>(async c =>
    {
        if (!by.Has(Role.Desk)) return NotDesk;
        if (await db.Set<NoticePosting>().FirstOrDefaultAsync(n => n.Id == id, c) is not { } posting) return Problem.NotFound();
        if (posting.Until is { } earlier) return Problem.WrongState($"{posting.TakenDownBy} đã ghi gỡ thủ tục này từ {Wording.Date(Vietnam.Day(earlier))}. Niêm yết lại thì ghi một lần niêm yết mới.");
        if (until is not { } day) return Problem.Field(nameof(TakeDownPageModel.Until), "Ghi ngày gỡ, ví dụ 05/11/2026.");
        if (day > time.Today()) return Problem.Field(nameof(TakeDownPageModel.Until), "Ngày gỡ không được sau hôm nay: gỡ rồi mới ghi.");
        if (day < Vietnam.Day(posting.From)) return Problem.Field(nameof(TakeDownPageModel.Until), $"Ngày gỡ không được trước ngày niêm yết {Wording.Date(Vietnam.Day(posting.From))}.");
        if (string.IsNullOrWhiteSpace(reason)) return Problem.Field(nameof(TakeDownPageModel.Reason), "Ghi lý do gỡ, ví dụ thủ tục được sửa đổi, đang in bản mới.");
        if (reason.Trim().Length > LongestReason) return Problem.Field(nameof(TakeDownPageModel.Reason), $"Viết ngắn lại, nhiều nhất {LongestReason} chữ cái.");
        (posting.Until, posting.Reason, posting.TakenDownBy) = (Vietnam.Utc(day, TimeOnly.MinValue), reason.Trim(), by.Name);
        posting.Version++;
        await audit.WriteAsync(Subject, posting.Id, by.As(Role.Desk), new AuditNote("go-niem-yet", $"Gỡ niêm yết thủ tục “{posting.Title}” từ {Wording.Date(day)}", posting.Reason), c);
        return Done.Yes;
    }, ct);

    private IEnumerable<Procedure> Offered() =>
        catalogue.ForApplicants(time.Today()).Where(o => o.MayBeFiled).Select(o => o.Procedure).OrderBy(p => SortKey.Of(p.Name), StringComparer.Ordinal);
}
