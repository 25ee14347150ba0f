using Microsoft.AspNetCore.Http;
using NhiemSo.Dossiers.Intake;
using NhiemSo.Dossiers.Rectify;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;

namespace NhiemSo.Dossiers.Process;

/// <summary>What the act page sends, whatever the act.</summary>
internal sealed record ActInput(
    IReadOnlyList<PaperCheck> Checks, IReadOnlyDictionary<string, string> Fields, Guid? Officer, string? Instruction, IFormFile? File);

/// <summary>
/// Takes the act of a dossier page. Acts in which the house does something of its own are named here; the others are told by the process
/// table: a draft to be signed, another body's paper, a note, or a step with no more than its fields.
/// </summary>
internal sealed class ActDesk(IntakeDesk intake, UnitWork unit, ResultWork result, HandOver handOver, Reopening reopening, AnswerWork answers, RecordWork records)
{
    /// <summary>The unit asks for papers, or passes on what the body that decides asks for.</summary>
    public const string AskForMore = "yeu-cau-bo-sung", AskForMoreLater = "co-quan-yeu-cau-bo-sung";

    /// <summary>Answers where to go on: the document's page after the leader agreed, else the dossier's.</summary>
    public async Task<Outcome<string>> TakeAsync(DossierAct request, ProcessAct definition, ActInput input, CancellationToken ct)
    {
        if (request.Act == "ky-duyet")
        {
            var document = await result.ApproveAsync(request, ct);
            return document.Ok ? $"/van-ban/{document.Value}" : document.Problem;
        }

        Task<Outcome<Matter>> act = request.Act switch
        {
            "tiep-nhan" => intake.AcceptAsync(request, input.Checks, ct),
            "huong-dan-hoan-thien" => intake.AskToCompleteAsync(request, input.Checks, ct),
            "tu-choi-tiep-nhan" => intake.RefuseAsync(request, ct),
            "chuyen" => intake.TransferAsync(request, ct),
            "bo-sung" => intake.SupplementedAsync(request, input.Checks, ct),
            "phan-cong" => unit.AssignAsync(request, input.Officer, input.Instruction, ct),
            "tham-dinh" => unit.AppraiseAsync(request, input.Fields, ct),
            AskForMore or AskForMoreLater => unit.AskForMoreAsync(request, [.. input.Checks.Where(c => !c.Accepted).Select(c => c.Code)], ct),
            "tu-choi-giai-quyet" => unit.SubmitRefusalAsync(request, ct),
            "tra-lai" => result.ReturnDraftAsync(request, ct),
            "tra-ket-qua" => handOver.TakeAsync(request, input.Fields, ct),
            Reopening.Act or Reopening.AtIntake => reopening.TakeAsync(request, definition, input.Fields, ct),
            UnitWork.Reschedule => unit.RescheduleAsync(request, input.Fields, ct),
            _ when definition is { Outcome: not null } && definition.Asks(ActNeed.Draft) => unit.SubmitDraftAsync(request, input.Fields, ct),
            _ when definition is { Outcome: not null } && definition.Asks(ActNeed.File) => answers.ReceiveAsync(request, input, ct),
            _ when definition.Outcome == ActOutcome.Granted => answers.NoteAsync(request, input.Fields, ct),
            _ => records.TakeAsync(request, definition, input, ct),
        };
        var outcome = await act;
        return outcome.Ok ? $"/mot-cua/{request.Id}" : outcome.Problem;
    }
}
