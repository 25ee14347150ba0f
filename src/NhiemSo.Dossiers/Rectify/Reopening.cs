using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Rectify;

/// <summary>
/// A leader reopens a closed dossier, on a basis and with a limit of its own: refused at intake, it waits for the desk again; stopped or handed
/// over with a wrong result, for the head of its unit. What was issued stays issued until it is withdrawn.
/// </summary>
internal sealed class Reopening(DossierActs acts, DossierForms forms)
{
    public const string Act = "mo-lai", AtIntake = "mo-lai-tiep-nhan";

    private const string Days = "so_ngay_moi", Basis = "can_cu_mo_lai";

    public async Task<Outcome<Matter>> TakeAsync(DossierAct request, ProcessAct definition, IReadOnlyDictionary<string, string> typed, CancellationToken ct)
    {
        var reading = FormInput.Read(definition.Fields, typed);
        if (reading.Faults.Count > 0) return Problem.Invalid("Còn chỗ cần sửa trước khi mở lại.", [.. reading.Faults]);
        var limit = reading.Values.GetValueOrDefault(Days) is long days ? Limit.Of(days, LimitUnit.WorkingDay).Value : null;
        return await acts.TakeAsync(request, (act, dossier, _, _) =>
        {
            var basis = reading.Values.GetValueOrDefault(Basis)?.ToString();
            act.Changes.Add(new Change("căn cứ mở lại", null, basis));
            (dossier.ReturnedAt, dossier.ReturnedTo, dossier.ReturnedVia, dossier.ReturnedShown, dossier.PostTracking, dossier.PostedOn) = (null, null, null, null, null, null);
            (dossier.ResultDocumentId, dossier.ReceivedFileId, dossier.DownloadedAt, dossier.Request) = (null, null, null, null);
            if (limit is not null) dossier.Appointment = forms.AppointmentOf(RunningClock.Start(limit, act.Now));
            act.Text = $"Mở lại hồ sơ, căn cứ {basis}" + (limit is null ? "" : $", hẹn trả {Vietnam.Local(dossier.Appointment!.Value):dd/MM/yyyy}");
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        }, ct, limit is null ? null : new Dictionary<string, Limit>(StringComparer.Ordinal) { ["time_limit"] = limit });
    }
}
