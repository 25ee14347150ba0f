using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process;

/// <summary>
/// Mẫu 05 as it stands now: every hand-over from who to whom, when given, when taken up, and whether the holder was in time,
/// read from the dossier's own history (Thông tư 01/2018/TT-VPCP, Điều 9).
/// </summary>
internal sealed class ControlSlip(DepartmentDb db, RuleShelf rules, OfficeCalendar calendar, TimeProvider time)
{
    public const string Template = "mau-05";

    public async Task<Outcome<Paper>> PaperAsync(DossierFacts facts, CancellationToken ct)
    {
        var history = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == "matter" && e.SubjectId == facts.Matter.Id).OrderBy(e => e.Position).ToListAsync(ct);
        var day = time.Today();
        var office = rules.At(day).All<OfficeRule>()[0];
        var values = new PaperValues()
            .Set("co_quan_ban_hanh", office.Name.ToUpperInvariant()).Set("bo_phan_mot_cua", office.Desk.ToUpperInvariant()).Set("dia_danh_ngay", PaperWords.DateLine(office.Place, day, day.Year))
            .Set("ma_ho_so", facts.Matter.Number ?? facts.Dossier.LookupCode).Set("co_quan_giai_quyet", office.Name)
            .Set("chang", Legs(facts, history, office).Select(Row));
        return rules.At(day).Get<PaperTemplate>(Template).Fill(values);
    }

    /// <summary>The dossier in one pair of hands: handed over by an act, taken up by the holder's first own act, given on by the act that ends it.</summary>
    private List<Leg> Legs(DossierFacts facts, List<AuditEntry> history, OfficeRule office)
    {
        var (legs, step) = (new List<Leg>(), (string?)null);
        var holder = Holder(Role.Desk, facts, office);
        foreach (var entry in history)
        {
            if (facts.Process.Act(entry.Act) is not { } act) continue;
            if (legs.Count > 0 && legs[^1].TakenAt is null && act.By.Any(r => r is not Role.Applicant and not Role.System))
                legs[^1] = legs[^1] with { TakenAt = entry.At, TakenBy = entry.ActorName };
            var next = act.To is { } to && facts.Process.State(to) is { } state ? state.Terminal ? null : Holder(state.Turn, facts, office) : holder;
            if (next != holder)
            {
                if (legs.Count > 0) legs[^1] = legs[^1] with { Result = Result(facts, step, entry.At) };
                if (next is not null) legs.Add(new Leg(next, entry.At, entry.ActorName, act.Name.TrimEnd('…')));
                holder = next;
            }

            step = act.Step ?? step;
        }

        return legs;
    }

    /// <summary>Against the share of the step that ended; blank when the limit began anew since.</summary>
    private string? Result(DossierFacts facts, string? step, DateTime at)
    {
        var clocks = MatterClocks.Read(facts.Matter.Clocks);
        if (step is null || clocks.Main(facts.Process) is not { } main || at < main.CountedFrom || calendar.StepDue(facts.Process, step, clocks.Running) is not { } due) return null;
        return (Vietnam.Day(at).CompareTo(Vietnam.Day(due)), at <= due) switch
        {
            ( < 0, _) => "Trước hạn",
            (0, true) => "Đúng hạn",
            _ => "Quá hạn",
        };
    }

    private static string Holder(Role? turn, DossierFacts facts, OfficeRule office) => turn switch
    {
        Role.UnitHead or Role.Officer => facts.Unit.Name,
        Role.Leader => $"Lãnh đạo {office.Name}",
        Role.Clerk => "Văn thư",
        Role.Applicant => $"Người nộp ({facts.Dossier.ApplicantName})",
        _ => office.Desk,
    };

    private static PaperValues Row(Leg leg) => new PaperValues()
        .Set("co_quan", leg.Holder).Set("giao_luc", Moment(leg.GivenAt)).Set("nguoi_giao", leg.GivenBy)
        .Set("nhan_luc", leg.TakenAt is { } taken ? Moment(taken) : null).Set("nguoi_nhan", leg.TakenBy).Set("ket_qua", leg.Result).Set("ghi_chu", leg.Act);

    private static string Moment(DateTime utc) => PaperWords.Moment(Vietnam.Local(utc));

    private sealed record Leg(string Holder, DateTime GivenAt, string GivenBy, string Act)
    {
        public DateTime? TakenAt { get; init; }

        public string? TakenBy { get; init; }

        public string? Result { get; init; }
    }
}
