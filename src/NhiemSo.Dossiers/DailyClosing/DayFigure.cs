using System.Linq.Expressions;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.DailyClosing;

/// <summary>A dossier as the desk's day looks at it.</summary>
internal sealed class DayDossier
{
    public required Matter Matter { get; init; }

    public required Course Course { get; init; }
}

/// <summary>The day that is looked at; instants UTC.</summary>
/// <param name="Now">What is open is judged by it.</param>
internal sealed record DeskDay(DateOnly Day, DateTime Now)
{
    public DateTime Start => Vietnam.Utc(Day, TimeOnly.MinValue);

    public DateTime End => Start.AddDays(1);
}

/// <summary>One figure of the desk's day; its number and its list come from the same condition.</summary>
/// <param name="Late">Word of the chip beside it when it isn't nought; null: none.</param>
internal sealed record DayFigure(string Word, string Name, Func<DeskDay, Expression<Func<DayDossier, bool>>> Of, string? Late = null)
{
    public static readonly IReadOnlyList<DayFigure> All =
    [
        new("nop", "Nộp trong ngày", Submitted),
        new("tiep-nhan", "Tiếp nhận trong ngày", Accepted),
        new("chua-chuyen", "Đã tiếp nhận, chưa chuyển phòng xử lý", _ => d => d.Course.EndedAt == null && d.Course.AcceptedAt != null && d.Course.TransferBy != null && d.Course.TransferredAt == null),
        new("chua-chuyen-qua-gio", "Chưa chuyển, đã quá giờ phải chuyển", NotTransferred, Late: "Quá giờ"),
        new("tra", "Trả kết quả trong ngày", Returned),
        new("den-han-hom-nay", "Đến hạn hôm nay", DueToday),
        new("den-han-ngay-mai", "Đến hạn ngày mai", DueTomorrow),
        new("qua-han", "Quá hạn theo luật, chưa xong", NotDone, Late: "Quá hạn"),
    ];

    public static DayFigure? Find(string? word) => All.FirstOrDefault(f => f.Word == word);

    private static Expression<Func<DayDossier, bool>> Submitted(DeskDay day)
    {
        var (start, end) = (day.Start, day.End);
        return d => d.Course.SubmittedAt >= start && d.Course.SubmittedAt < end;
    }

    private static Expression<Func<DayDossier, bool>> Accepted(DeskDay day)
    {
        var (start, end) = (day.Start, day.End);
        return d => d.Course.AcceptedAt >= start && d.Course.AcceptedAt < end;
    }

    private static Expression<Func<DayDossier, bool>> NotTransferred(DeskDay day)
    {
        var now = day.Now;
        return d => d.Course.EndedAt == null && d.Course.AcceptedAt != null && d.Course.TransferBy < now && d.Course.TransferredAt == null;
    }

    private static Expression<Func<DayDossier, bool>> Returned(DeskDay day)
    {
        var (start, end) = (day.Start, day.End);
        return d => d.Course.ReturnedAt >= start && d.Course.ReturnedAt < end;
    }

    private static Expression<Func<DayDossier, bool>> DueToday(DeskDay day) => Due(day.Start, day.End);

    private static Expression<Func<DayDossier, bool>> DueTomorrow(DeskDay day) => Due(day.End, day.End.AddDays(1));

    /// <summary>By the day the applicant was told: an apology moved it.</summary>
    private static Expression<Func<DayDossier, bool>> Due(DateTime from, DateTime to) =>
        d => d.Course.EndedAt == null && d.Course.AcceptedAt != null && d.Matter.Due >= from && d.Matter.Due < to;

    private static Expression<Func<DayDossier, bool>> NotDone(DeskDay day)
    {
        var now = day.Now;
        return d => d.Course.EndedAt == null && d.Course.AcceptedAt != null && d.Course.LateFrom <= now && (d.Course.StoodAt == null || d.Course.LateFrom <= d.Course.StoodAt);
    }
}
