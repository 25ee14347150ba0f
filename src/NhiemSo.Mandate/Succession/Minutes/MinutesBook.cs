using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Mandate.Succession.Minutes;

/// <summary>The minutes of a run (biên bản): what moved, from where to where, what not. Read from the lines that the acts themselves wrote.</summary>
internal sealed class MinutesBook(DepartmentDb db, RuleShelf rules, TimeProvider time)
{
    public const int PageSize = 100;

    /// <summary>More lines of one kind than this are summed up on paper; the screen has them all.</summary>
    private const int Printed = 1000;

    public static readonly IReadOnlyList<(MoveKind Kind, string Word, string Name)> Kinds =
    [
        (MoveKind.Matter, "viec", "Việc đang mở"),
        (MoveKind.Unit, "don-vi", "Đơn vị"),
        (MoveKind.Post, "chuc-vu", "Chức vụ"),
        (MoveKind.Delegation, "uy-quyen", "Ủy quyền"),
        (MoveKind.Register, "so-bo", "Thủ tục, sổ bộ"),
        (MoveKind.Book, "so-van-ban", "Sổ văn bản"),
    ];

    public async Task<IReadOnlyDictionary<MoveKind, int>> CountsAsync(Guid mandate, CancellationToken ct) =>
        await db.Set<Move>().Where(m => m.MandateId == mandate).GroupBy(m => m.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>One more than a page when there is more.</summary>
    public Task<List<Move>> PageAsync(Guid mandate, MoveKind kind, Guid? after, CancellationToken ct) =>
        db.Set<Move>().AsNoTracking().Where(m => m.MandateId == mandate && m.Kind == kind && (after == null || m.Id > after)).OrderBy(m => m.Id).Take(PageSize + 1).ToListAsync(ct);

    public async Task<Paper> PaperAsync(Plan plan, CancellationToken ct)
    {
        var (office, day, counts) = (rules.Today.All<OfficeRule>()[0], time.Today(), await CountsAsync(plan.New.Id, ct));
        var body = new List<PaperBlock> { Text(Summary(plan, counts)) };
        foreach (var (kind, _, name) in Kinds.Where(k => counts.ContainsKey(k.Kind)))
        {
            body.Add(new Numbered(PaperLevel.Section, $"{name} ({Wording.Number(counts[kind])})".ToUpperInvariant()));
            var lines = await db.Set<Move>().AsNoTracking().Where(m => m.MandateId == plan.New.Id && m.Kind == kind).OrderBy(m => m.Id).Take(Printed).ToListAsync(ct);
            body.Add(new PaperTable(
                [new("TT", 0.06, PaperAlign.Center), new("Tên", 0.4), new("Từ", 0.2), new("Đến", 0.2), new("Ghi chú", 0.14)],
                [.. lines.Select((l, i) => (IReadOnlyList<PaperText>)[$"{i + 1}", l.Name, l.From, l.To, l.Moved ? l.Note ?? "" : $"Không chuyển: {l.Note}"])]));
            if (counts[kind] > lines.Count) body.Add(Text($"Còn {Wording.Number(counts[kind] - lines.Count)} dòng, xem trên hệ thống."));
        }

        return new Paper
        {
            Layout = PaperLayout.Nd30Small, Header = new PaperHeader(office.ParentBody.ToUpperInvariant(), office.Name.ToUpperInvariant(), null, PaperWords.DateLine(office.Place, day, day.Year)),
            Title = new PaperTitle("BIÊN BẢN", $"Chuyển công việc từ Quyết định {plan.Old.Number} sang Quyết định {plan.New.Number}"), Body = body,
            Signatures = [new(["NGƯỜI LẬP"], plan.Succession.StartedBy), new(["THỦ TRƯỞNG ĐƠN VỊ"], null)],
        };
    }

    public static string Summary(Plan plan, IReadOnlyDictionary<MoveKind, int> counts)
    {
        var s = plan.Succession;
        var began = s.StartedAt is { } at ? $"Bắt đầu {Wording.Moment(at)}, {s.StartedBy}. " : "";
        var ended = s.EndedAt is { } end ? $"Chuyển xong {Wording.Moment(end)}. " : "Chưa chuyển xong. ";
        return $"Quyết định {plan.New.Number} có hiệu lực từ {plan.New.From:dd/MM/yyyy}, thay Quyết định {plan.Old.Number}. {began}{ended}Đã chuyển {Wording.Number(counts.GetValueOrDefault(MoveKind.Matter))} việc đang mở.";
    }

    private static PaperParagraph Text(string text) => new(text);
}
