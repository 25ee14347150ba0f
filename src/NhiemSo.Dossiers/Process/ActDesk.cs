using System.Collections.Frozen;
using NhiemSo.Dossiers.Intake;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Process;

/// <summary>What the act page sends, whatever the act.</summary>
internal sealed record ActInput(
    IReadOnlyList<PaperCheck> Checks, IReadOnlyDictionary<string, string> Fields, Guid? Officer, string? Instruction, string? Receiver);

/// <summary>Takes the act of a dossier page: one line per act of the process that staff can take.</summary>
internal sealed class ActDesk(IntakeDesk intake, UnitWork unit, ResultWork result, DossierActs acts)
{
    /// <summary>Acts that have a page; no other act of the process table is shown.</summary>
    public static readonly FrozenSet<string> Built = new[]
    {
        "tiep-nhan", "huong-dan-hoan-thien", "tu-choi-tiep-nhan", "chuyen", "bo-sung", "hoan-thien", "phan-cong", "tham-dinh", "yeu-cau-bo-sung",
        "trinh-du-thao", "tu-choi-giai-quyet", "tra-lai", "ky-duyet", "tra-ket-qua", "xin-loi-hen-lai", "rut", "dung",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Answers where to go on: the document's page after the leader agreed, else the dossier's.</summary>
    public async Task<Outcome<string>> TakeAsync(DossierAct request, ActInput input, CancellationToken ct)
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
            "yeu-cau-bo-sung" => unit.AskForMoreAsync(request, [.. input.Checks.Where(c => !c.Accepted).Select(c => c.Code)], ct),
            "trinh-du-thao" => unit.SubmitDraftAsync(request, input.Fields, ct),
            "tu-choi-giai-quyet" => unit.SubmitRefusalAsync(request, ct),
            "tra-lai" => result.ReturnDraftAsync(request, ct),
            "tra-ket-qua" => result.HandOverAsync(request, input.Receiver, ct),
            "xin-loi-hen-lai" => unit.RescheduleAsync(request, input.Fields, ct),
            _ => acts.TakeAsync(request, DossierActs.Nothing, ct),
        };
        var outcome = await act;
        return outcome.Ok ? $"/mot-cua/{request.Id}" : outcome.Problem;
    }
}
