using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Rectify;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Intake;

/// <summary>What the desk found of one required paper.</summary>
internal sealed record PaperCheck(string Code, bool Accepted, string? Remark);

/// <summary>
/// The one-stop desk: checks the papers, accepts, asks to complete, refuses, transfers, and takes in what was missing
/// (Nghị định 61/2018/NĐ-CP, Điều 17, 18, 19.4).
/// </summary>
internal sealed class IntakeDesk(DepartmentDb db, DossierActs acts, DossierForms forms, DossierNumbers numbers)
{
    /// <summary>All required papers are there: dossier number, appointment, mẫu 01, statutory clock.</summary>
    public Task<Outcome<Matter>> AcceptAsync(DossierAct request, IReadOnlyList<PaperCheck> checks, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "tiep-nhan" }, async (act, dossier, procedure, c) =>
        {
            if (procedure is { TimeLimit: null, NeedsLimit: true }) return Problem.WrongState("Thủ tục này chưa có thời hạn giải quyết được xác nhận nên chưa tiếp nhận được.");
            if (ChangeWork.Missing(procedure, Json.Values(dossier.Data)) is { Count: > 0 } missing)
                return Problem.WrongState($"Còn thiếu thông tin theo thủ tục này: {string.Join("; ", missing.Select(m => m.Label))}. Yêu cầu người nộp hoàn thiện, ghi vào hồ sơ bằng “Sửa thông tin” rồi tiếp nhận.");
            var papers = await CheckAsync(dossier, checks, complete: true, c);
            if (!papers.Ok) return papers.Problem;
            act.Since = Since(act, dossier, procedure);
            dossier.AcceptedAt = act.Since ?? act.Now;
            dossier.ReceiverName = act.Actor.Name;
            // A notification's hours run from when it was handed in, not from when the desk took it up.
            var clock = MatterClocks.Read(act.Matter.Clocks).Main(act.Process) ?? (procedure.TimeLimit is { } limit ? RunningClock.Start(limit.Limit, dossier.AcceptedAt.Value) : null);
            dossier.Appointment = clock is null ? null : forms.AppointmentOf(clock);
            var number = await numbers.GiveAsync(act, c);
            if (!number.Ok) return number.Problem;
            act.Text = dossier.Appointment is { } at ? $"Tiếp nhận, hẹn trả {Vietnam.Local(at):dd/MM/yyyy}" : "Tiếp nhận";
            forms.Add("mau-01", act, dossier, procedure, papers.Value.FindAll(p => p.Accepted == true));
            return Done.Yes;
        }, ct);

    /// <summary>Something is missing before acceptance: mẫu 02.</summary>
    public Task<Outcome<Matter>> AskToCompleteAsync(DossierAct request, IReadOnlyList<PaperCheck> checks, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "huong-dan-hoan-thien" }, async (act, dossier, procedure, c) =>
        {
            var papers = await CheckAsync(dossier, checks, complete: false, c);
            if (!papers.Ok) return papers.Problem;
            // From here on it is the applicant's turn: the limit is counted from when all is there.
            (dossier.Request, dossier.CountFrom) = (request.Reason, null);
            forms.Add("mau-02", act, dossier, procedure, papers.Value.FindAll(p => p.IsAskedFor()), request.Reason);
            return Done.Yes;
        }, ct);

    /// <summary>Not for this office, or against the law: mẫu 03.</summary>
    public Task<Outcome<Matter>> RefuseAsync(DossierAct request, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "tu-choi-tiep-nhan" }, async (act, dossier, procedure, c) =>
        {
            dossier.Request = request.Reason;
            forms.Add("mau-03", act, dossier, procedure, await PapersAsync(dossier, c), request.Reason);
            return Done.Yes;
        }, ct);

    /// <summary>To the unit that answers, the same day; mẫu 05 goes with it.</summary>
    public Task<Outcome<Matter>> TransferAsync(DossierAct request, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "chuyen" }, async (act, dossier, procedure, c) =>
        {
            forms.Add("mau-05", act, dossier, procedure, await PapersAsync(dossier, c));
            return Done.Yes;
        }, ct);

    /// <summary>What was asked for during appraisal came in complete: the limit begins anew, with a new appointment.</summary>
    public Task<Outcome<Matter>> SupplementedAsync(DossierAct request, IReadOnlyList<PaperCheck> checks, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "bo-sung" }, async (act, dossier, procedure, c) =>
        {
            var papers = await CheckAsync(dossier, checks, complete: true, c);
            if (!papers.Ok) return papers.Problem;
            dossier.Request = null;
            if (MatterClocks.Read(act.Matter.Clocks).Main(act.Process) is { } main)
            {
                var clock = main.Reset(act.Now, "đã bổ sung đủ");
                if (!clock.Ok) return clock.Problem;
                dossier.Appointment = forms.AppointmentOf(clock.Value);
            }

            act.Text = "Đã bổ sung đủ" + (dossier.Appointment is { } at ? $", hẹn trả {Vietnam.Local(at):dd/MM/yyyy}" : "");
            forms.Add("mau-01", act, dossier, procedure, papers.Value.FindAll(p => p.Accepted == true));
            return Done.Yes;
        }, ct);

    /// <summary>A dossier moved to another procedure keeps the day of its first acceptance, unless the limit counted from there would be over already.</summary>
    private DateTime? Since(ActScope act, Dossier dossier, Procedure procedure) =>
        dossier.CountFrom is { } first && procedure.TimeLimit is { } limit && forms.AppointmentOf(RunningClock.Start(limit.Limit, first)) > act.Now ? first : null;

    private Task<List<DossierComponent>> PapersAsync(Dossier dossier, CancellationToken ct) =>
        db.Set<DossierComponent>().Where(p => p.DossierId == dossier.Id).OrderBy(p => p.Order).ToListAsync(ct);

    private async Task<Outcome<List<DossierComponent>>> CheckAsync(Dossier dossier, IReadOnlyList<PaperCheck> checks, bool complete, CancellationToken ct)
    {
        var papers = await PapersAsync(dossier, ct);
        foreach (var check in checks)
            if (papers.Find(p => p.Code == check.Code) is { } paper) (paper.Accepted, paper.Remark) = (check.Accepted, check.Remark);
        if (!complete) return papers;
        var missing = papers.Where(p => p.Required && p.Accepted != true).ToList();
        if (missing.Count == 0) return papers;
        return Problem.Invalid("Chưa đánh dấu đủ giấy tờ bắt buộc.", [.. missing.Select(p => new FieldFault($"check-{p.Code}", $"Đánh dấu đã nhận: {p.Name}, hoặc yêu cầu người nộp hoàn thiện."))]);
    }
}
