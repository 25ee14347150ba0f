using System.Globalization;
using Microsoft.AspNetCore.Http;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Intake;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Result;

/// <summary>
/// What ends a dossier without a paper of ours: another body's decision, registered as it arrived, or a notification of which note is
/// taken. Either writes the register where the procedure keeps one.
/// </summary>
internal sealed class AnswerWork(DossierActs acts, FileStore store, MatterFiles files, IDocumentOffice documents, DossierNumbers numbers, RegisterWork register, LicenceWork licences)
{
    /// <summary>Form field of the upload.</summary>
    public const string FileField = "tep";

    private const string Issuer = "co_quan_ban_hanh";
    private const string Symbol = "so_van_ban";
    private const string Date = "ngay_van_ban";
    private const string Title = "trich_yeu_van_ban";
    private const string Signer = "nguoi_ky_van_ban";

    /// <summary>Fields that an act receiving another body's paper must ask for.</summary>
    public static readonly IReadOnlyList<string> PaperFields = [Issuer, Symbol, Date, Title];

    /// <summary>The other body decided: its paper goes into the book of arrivals and is the result to hand over.</summary>
    public async Task<Outcome<Matter>> ReceiveAsync(DossierAct request, ActInput input, CancellationToken ct)
    {
        var kept = await store.PutUploadAsync(input.File, FileField, ct);
        if (!kept.Ok) return kept.Problem;
        return await acts.TakeAsync(request, async (act, dossier, procedure, c) =>
        {
            var reading = DraftResult.Read(act.Act, procedure, dossier, input.Fields);
            if (reading.Faults.Count > 0) return Problem.Invalid("Còn chỗ cần sửa trước khi ghi nhận.", [.. reading.Faults]);
            string Said(string key) => reading.Values.GetValueOrDefault(key)?.ToString() ?? "";
            var day = DateOnly.ParseExact(Said(Date), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (day > Vietnam.Day(act.Now)) return Problem.Field(Date, "Ngày của văn bản không thể sau hôm nay.");
            var (outcome, granted) = (act.Act.Outcome!.Value, new Granted(Said(Symbol), day, null));
            if (outcome == ActOutcome.Granted && await licences.FaultAsync(procedure, reading.Values, request.By, c) is { } fault) return fault;
            (dossier.Draft, dossier.DraftOutcome) = (Json.Write(reading.Values), ActOutcomeWords.Of(outcome));
            if (outcome == ActOutcome.Granted)
            {
                if (await register.IsTakenAsync(procedure, granted, c)) return Problem.Field(Symbol, $"Sổ đã có số {granted.Number} ngày {day:dd/MM/yyyy}. Xem lại số và ngày trên văn bản.");
                var written = await register.WriteAsync(dossier, procedure, granted, act.Actor, c);
                if (!written.Ok) return written.Problem;
            }

            var file = await files.AttachAsync(kept.Value, dossier.Id, "van-ban-den", act.Actor.Name, c);
            var arrived = await documents.ReceiveAsync(act.Matter, new NewIncoming(Said(Issuer), Said(Symbol), day, Said(Title), Said(Signer) is { Length: > 0 } signer ? signer : null, file.Id), act.Actor, c);
            act.Evidence.Add(kept.Value.Hash);
            act.Text = $"{act.Act.Name.TrimEnd('…')}: {arrived.Symbol} ngày {day:dd/MM/yyyy}, số đến {arrived.Number}";
            dossier.ReceivedFileId = file.Id;
            return Done.Yes;
        }, ct);
    }

    /// <summary>Note is taken; the entry bears the dossier's own number.</summary>
    public Task<Outcome<Matter>> NoteAsync(DossierAct request, IReadOnlyDictionary<string, string> typed, CancellationToken ct) =>
        acts.TakeAsync(request, async (act, dossier, procedure, c) =>
        {
            var reading = DraftResult.Read(act.Act, procedure, dossier, typed);
            if (reading.Faults.Count > 0) return Problem.Invalid("Còn chỗ cần sửa trước khi ghi nhận.", [.. reading.Faults]);
            if (await licences.FaultAsync(procedure, reading.Values, request.By, c) is { } fault) return fault;
            return await NoteAsync(act, dossier, procedure, reading.Values, c);
        }, ct);

    /// <summary>The limit ended without an answer, and the law takes that for consent: what was stated stands.</summary>
    public Task<Outcome<Matter>> ConsentBySilenceAsync(DossierAct request, CancellationToken ct) =>
        acts.TakeAsync(request, (act, dossier, procedure, c) => NoteAsync(act, dossier, procedure, Json.Values(dossier.Data), c), ct);

    private async Task<Outcome<Done>> NoteAsync(ActScope act, Dossier dossier, Procedure procedure, IReadOnlyDictionary<string, object> values, CancellationToken ct)
    {
        // The look-up code is half of what opens the dossier: it must never stand in a register.
        var number = await numbers.GiveAsync(act, ct);
        if (!number.Ok) return number.Problem;
        (dossier.Draft, dossier.DraftOutcome) = (Json.Write(values), ActOutcomeWords.Granted);
        return await register.WriteAsync(dossier, procedure, new Granted(act.Matter.Number!, Vietnam.Day(act.Now), null), act.Actor, ct);
    }
}
