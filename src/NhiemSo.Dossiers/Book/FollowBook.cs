using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Book;

/// <summary>A line of the book. Dates are of the day in Vietnam; null: not yet.</summary>
internal sealed record BookLine(Matter Matter, Dossier Dossier, string Unit, DateOnly? Transferred, DateOnly? ResultIn);

/// <summary>Mẫu 06, the follow-up book of the one-stop desk: what was accepted in a stretch of days, in the order of acceptance.</summary>
internal sealed class FollowBook(DepartmentDb db, Catalogue catalogue, RuleShelf rules, TimeProvider time)
{
    /// <summary>More than this is printed month by month.</summary>
    public const int Most = 500;

    public async Task<IReadOnlyList<BookLine>> ReadAsync(Reader reader, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (start, end) = (Vietnam.Utc(from, TimeOnly.MinValue), Vietnam.Utc(to.AddDays(1), TimeOnly.MinValue));
        var found = await (from m in db.VisibleTo(reader)
                           join d in db.Set<Dossier>() on m.Id equals d.Id
                           join u in db.Set<Unit>() on m.UnitId equals u.Id
                           where d.AcceptedAt >= start && d.AcceptedAt < end
                           orderby d.AcceptedAt, m.Id
                           select new { m, d, u.Name }).Take(Most + 1).AsNoTracking().ToListAsync(ct);
        var ids = found.ConvertAll(f => f.m.Id);
        var moved = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == "matter" && ids.Contains(e.SubjectId) && (e.Act == "chuyen" || e.Act == "phat-hanh"))
            .Select(e => new { e.SubjectId, e.Act, e.At }).ToListAsync(ct);
        var days = moved.ToLookup(e => (e.SubjectId, e.Act), e => Vietnam.Day(e.At));
        return [.. found.Select(f => new BookLine(f.m, f.d, f.Name, Day(f.m.Id, "chuyen"), Day(f.m.Id, "phat-hanh")))];

        DateOnly? Day(Guid id, string act) => days[(id, act)].Select(d => (DateOnly?)d).FirstOrDefault();
    }

    public Outcome<Paper> Print(IReadOnlyList<BookLine> lines, DateOnly from, DateOnly to, string by)
    {
        if (lines.Count > Most) return Problem.Invalid($"Khoảng ngày này có hơn {Most} hồ sơ. Chọn khoảng ngắn hơn rồi in từng phần.");
        var day = time.Today();
        var office = rules.At(day).All<OfficeRule>()[0];
        return rules.At(day).Get<PaperTemplate>("mau-06").Fill(new PaperValues()
            .Set("co_quan_ban_hanh", office.Name.ToUpperInvariant()).Set("bo_phan_mot_cua", office.Desk.ToUpperInvariant()).Set("dia_danh_ngay", PaperWords.DateLine(office.Place, day, day.Year))
            .Set("quyen_so", $"{from.Year}").Set("tu_ngay", Wording.Date(from)).Set("den_ngay", Wording.Date(to)).Set("nguoi_lap", by)
            .Set("ho_so", lines.Select(l => Row(l, office))));
    }

    private PaperValues Row(BookLine line, OfficeRule office) => new PaperValues()
        .Set("ma_ho_so", line.Matter.Number).Set("ten_thu_tuc", line.Matter.Title).Set("so_bo", $"{catalogue.Version(line.Dossier.ProcedureVersion).DossierSets}")
        .Set("nguoi_nop", line.Dossier.ApplicantName).Set("dia_chi", $"{line.Dossier.Address}\n{Mask.Phone(line.Dossier.Phone)}".Trim()).Set("don_vi", line.Unit)
        .Set("ngay_nhan", Date(Day(line.Dossier.AcceptedAt))).Set("ngay_hen", Date(Day(line.Dossier.Appointment))).Set("ngay_chuyen", Date(line.Transferred))
        .Set("ngay_co_ket_qua", Date(line.ResultIn)).Set("ngay_tra", Date(Day(line.Dossier.ReturnedAt))).Set("cach_nhan", DossierForms.ReturnWords(line.Dossier.ReturnBy, office))
        .Set("ghi_chu", line.Matter.Closed is not null && line.Dossier.ReturnedAt is null ? line.Matter.StateName : null);

    public static DateOnly? Day(DateTime? utc) => utc is { } at ? Vietnam.Day(at) : null;

    private static string? Date(DateOnly? day) => day is { } known ? Wording.Date(known) : null;
}
