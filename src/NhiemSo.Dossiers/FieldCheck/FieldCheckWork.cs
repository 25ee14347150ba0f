using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.FieldCheck;

/// <summary>When, where, who: as typed.</summary>
internal sealed record CheckPlan(DateOnly? Day, string? Hour, string? Place, string? Members);

/// <summary>The minutes as typed.</summary>
internal sealed record CheckMinutes(DateOnly? Day, string? From, string? To, string? Place, string? Members, string? Content, string? Conclusion);

/// <summary>Plans a check on the spot, writes its minutes and takes in the signed copy.</summary>
internal sealed class FieldCheckWork(DepartmentDb db, DossierActs acts, FileStore store, MatterFiles files)
{
    public const string Act = "kiem-tra-thuc-dia", FileField = "Tep";

    public Task<Outcome<Matter>> PlanAsync(DossierAct request, CheckPlan plan, CancellationToken ct)
    {
        var faults = new List<FieldFault>();
        var at = Moment(plan.Day, plan.Hour, "Day", "Hour", faults);
        Need(plan.Place, "Place", "Ghi địa điểm kiểm tra.", faults);
        Need(plan.Members, "Members", "Ghi thành phần tham gia, mỗi người một dòng.", faults);
        if (faults.Count > 0) return Task.FromResult<Outcome<Matter>>(Problem.Invalid("Kế hoạch kiểm tra còn chỗ cần sửa.", [.. faults]));
        return acts.TakeAsync(request with { Act = Act }, (act, dossier, _, _) =>
        {
            if (at < act.Now) return Task.FromResult<Outcome<Done>>(Problem.Field("Day", "Giờ kiểm tra phải ở phía trước."));
            db.Add(new FieldCheckRecord { DossierId = dossier.Id, PlannedFor = at!.Value, Place = plan.Place!.Trim(), Members = plan.Members!.Trim(), PlannedByName = act.Actor.Name });
            act.Changes.Add(new Change("thành phần kiểm tra", null, plan.Members.Trim()));
            act.Text = $"Hẹn kiểm tra thực địa lúc {Wording.Moment(at.Value)}, tại {plan.Place.Trim()}";
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        }, ct);
    }

    public Task<Outcome<Matter>> WriteAsync(DossierAct request, Guid checkId, CheckMinutes typed, CancellationToken ct)
    {
        var faults = new List<FieldFault>();
        var (from, to) = (Moment(typed.Day, typed.From, "Day", "From", faults), Moment(typed.Day, typed.To, "Day", "To", faults));
        if (from > to) faults.Add(new FieldFault("To", "Giờ kết thúc phải sau giờ bắt đầu."));
        Need(typed.Place, "Place", "Ghi địa điểm kiểm tra.", faults);
        Need(typed.Members, "Members", "Ghi thành phần tham gia, mỗi người một dòng.", faults);
        Need(typed.Content, "Findings", "Ghi nội dung đã kiểm tra và hiện trạng.", faults);
        Need(typed.Conclusion, "Conclusion", "Ghi kết luận.", faults);
        if (faults.Count > 0) return Task.FromResult<Outcome<Matter>>(Problem.Invalid("Biên bản còn chỗ cần sửa.", [.. faults.DistinctBy(f => f.Field)]));
        return acts.TakeAsync(request with { Act = Act }, (act, _, _, c) => OnAsync(act, checkId, check =>
        {
            if (to > act.Now) return Problem.Field("Day", "Biên bản lập sau khi đã kiểm tra.");
            void Note(string what, string? old, string now)
            {
                if (old != now) act.Changes.Add(new Change(what, old, now));
            }

            Note("địa điểm", check.Place, typed.Place!.Trim());
            Note("thành phần", check.Members, typed.Members!.Trim());
            Note("nội dung kiểm tra", check.Content, typed.Content!.Trim());
            Note("kết luận kiểm tra", check.Conclusion, typed.Conclusion!.Trim());
            act.Text = check.WrittenAt is null ? "Lập biên bản kiểm tra thực địa" : "Sửa biên bản kiểm tra thực địa";
            (check.HeldFrom, check.HeldTo, check.Place, check.Members) = (from, to, typed.Place.Trim(), typed.Members.Trim());
            (check.Content, check.Conclusion, check.WrittenAt, check.WrittenByName) = (typed.Content.Trim(), typed.Conclusion.Trim(), act.Now, act.Actor.Name);
            return Done.Yes;
        }, c), ct);
    }

    public async Task<Outcome<Matter>> KeepSignedAsync(DossierAct request, Guid checkId, IFormFile? file, CancellationToken ct)
    {
        var kept = await store.PutUploadAsync(file, FileField, ct);
        if (!kept.Ok) return kept.Problem;
        return await acts.TakeAsync(request with { Act = Act }, async (act, _, _, c) =>
        {
            var reference = await files.AttachAsync(kept.Value, act.Matter.Id, "bien-ban-kiem-tra", act.Actor.Name, c);
            return await OnAsync(act, checkId, check =>
            {
                if (check.WrittenAt is null) return Problem.WrongState("Lập biên bản trước rồi mới tải bản đã ký lên.");
                (check.SignedFileId, check.SignedAt) = (reference.Id, act.Now);
                act.Evidence.Add(kept.Value.Hash);
                act.Text = "Lưu biên bản kiểm tra thực địa đã ký";
                return Done.Yes;
            }, c);
        }, ct);
    }

    private async Task<Outcome<Done>> OnAsync(ActScope act, Guid checkId, Func<FieldCheckRecord, Outcome<Done>> part, CancellationToken ct)
    {
        if (await db.Set<FieldCheckRecord>().FirstOrDefaultAsync(x => x.Id == checkId && x.DossierId == act.Matter.Id, ct) is not { } check) return Problem.NotFound();
        return check.SignedFileId is null ? part(check) : Problem.WrongState("Biên bản đã có bản ký nên không sửa được nữa.");
    }

    private static void Need(string? typed, string field, string message, List<FieldFault> faults)
    {
        if (string.IsNullOrWhiteSpace(typed)) faults.Add(new FieldFault(field, message));
    }

    private static DateTime? Moment(DateOnly? day, string? hour, string dayField, string hourField, List<FieldFault> faults)
    {
        if (day is null) faults.Add(new FieldFault(dayField, "Ghi ngày, ví dụ 20/11/2026."));
        if (TimeOnly.TryParseExact(hour?.Trim().Replace('h', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return day is { } d ? Vietnam.Utc(d, time) : null;
        faults.Add(new FieldFault(hourField, "Ghi giờ và phút, ví dụ 08:30."));
        return null;
    }
}
