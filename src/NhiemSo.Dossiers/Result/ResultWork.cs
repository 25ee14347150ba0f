using NhiemSo.Documents;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Result;

/// <summary>The leader's decision on the draft.</summary>
internal sealed class ResultWork(DossierActs acts, IDocumentOffice documents, ResultValues values, LicenceWork licences, RuleShelf rules, TimeProvider time)
{
    private static readonly ProcessLetter Refusal = new(ActOutcome.Refused, "thong-bao-tu-choi-giai-quyet", "so-thong-bao", "Thông báo", "Không giải quyết hồ sơ", null);

    /// <summary>Sends the draft back with remarks.</summary>
    public Task<Outcome<Matter>> ReturnDraftAsync(DossierAct request, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = "tra-lai" }, (act, dossier, _, _) =>
        {
            dossier.Remark = request.Reason;
            act.Text = "Trả lại dự thảo";
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        }, ct);

    /// <summary>Agrees: number and date are reserved, signing goes on at the document's own page. Answers the document.</summary>
    public async Task<Outcome<Guid>> ApproveAsync(DossierAct request, CancellationToken ct)
    {
        Guid? documentId = null;
        var outcome = await acts.TakeAsync(request with { Act = "ky-duyet" }, async (act, dossier, procedure, c) =>
        {
            // Between the draft and now somebody may have withdrawn the licence that is to be changed.
            if (dossier.DraftOutcome == ActOutcomeWords.Granted && await licences.FaultAsync(procedure, Json.Values(dossier.Draft), by: null, c) is { } fault)
                return Problem.WrongState(fault.Fields[0].Message + " Trả lại dự thảo để sửa.");
            var document = await documents.ReserveAsync(act.Matter, await DocumentAsync(act, dossier, procedure, c), c);
            (dossier.ResultDocumentId, documentId) = (document.Id, document.Id);
            act.Text = $"Duyệt, giữ số {document.Symbol} ngày {document.Date:dd/MM/yyyy}";
            return Done.Yes;
        }, ct);
        return outcome.Ok ? documentId!.Value : outcome.Problem;
    }

    /// <summary>The paper as it would be issued, without number and date.</summary>
    public async Task<Outcome<Paper>> PreviewAsync(Dossier dossier, Procedure procedure, ProcessDefinition process, Matter matter, CancellationToken ct)
    {
        var day = time.Today();
        var paper = new PaperValues();
        foreach (var (key, value) in await values.OfAsync(day, matter, dossier, procedure, ct)) paper.Set(key, value?.ToString());
        var office = rules.At(day).All<OfficeRule>()[0];
        paper.Set("so_ky_hieu", "Số:        /").Set("dia_danh_ngay", PaperWords.DateLine(office.Place, null, day.Year)).Set("nguoi_ky", "").Set("quyen_han_ky", "GIÁM ĐỐC");
        return rules.At(day).Get<PaperTemplate>(Draft(dossier, procedure, process).Template).Fill(paper);
    }

    private async Task<NewDocument> DocumentAsync(ActScope act, Dossier dossier, Procedure procedure, CancellationToken ct)
    {
        var draft = Draft(dossier, procedure, act.Process);
        var title = act.Grant.Capacity.StartsWith("Giám đốc", StringComparison.Ordinal) ? "GIÁM ĐỐC" : "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC";
        return new NewDocument(
            draft.Book, draft.Type, draft == Refusal ? $"{draft.Subject} {act.Matter.Number}" : draft.Subject, draft.Template, await values.OfAsync(Vietnam.Day(act.Now), act.Matter, dossier, procedure, ct), act.Actor.Id!.Value, act.Actor.Name, title, draft.Recipient ?? dossier.ApplicantName);
    }

    /// <summary>The paper that the draft leads to: a letter of the process, the refusal that all share, or the procedure's own result.</summary>
    private static ProcessLetter Draft(Dossier dossier, Procedure procedure, ProcessDefinition process)
    {
        var outcome = ActOutcomeWords.Read(dossier.DraftOutcome) ?? ActOutcome.Granted;
        return process.Letter(outcome) ?? (outcome == ActOutcome.Refused ? Refusal
            : new ProcessLetter(outcome, procedure.Result.Template!, procedure.Result.Book!, procedure.Result.DocumentType, procedure.Result.Name, null));
    }
}
