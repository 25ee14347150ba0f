using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Processes.Definitions;

namespace NhiemSo.Dossiers.Follow;

/// <summary>What is told outside of where a dossier stands.</summary>
/// <param name="Status">One of the ten of Thông tư 22/2019/TT-BTTTT, Phụ lục I; null in processes without the public list.</param>
/// <param name="Words">In the applicant's words.</param>
/// <param name="Held">The balance for which the result is held back; null when it isn't.</param>
internal sealed record PublicState(PublicStatus? Status, string Words, FeeSheet? Held)
{
    /// <summary>"Yêu cầu thực hiện nghĩa vụ tài chính" (Thông tư 22/2019/TT-BTTTT, Phụ lục I).</summary>
    public const int PaymentAsked = 6;

    /// <summary>The result waits for nothing but the applicant's money.</summary>
    public bool MustPay => Status?.Id == PaymentAsked;

    /// <summary>
    /// The state of the process as its book tells it, but for one: no state of ours waits for money (ADR 018), so that it is the applicant's
    /// turn to pay follows from the records: the result is there, and only what is due holds it back.
    /// </summary>
    public static PublicState Of(ProcessDefinition process, Matter matter, Dossier dossier, FeeSheet? sheet)
    {
        var state = process.State(matter.State)!;
        var held = ResultRelease.HeldFor(dossier, sheet);
        if (state is { Group: StateGroup.Done, Terminal: false } && held is { Left: > 0 } && Named(process, PaymentAsked) is { } asked)
            return new PublicState(asked, "Đã có kết quả, bạn cần nộp phí, lệ phí", held);
        return new PublicState(state.Status is { } id ? Named(process, id) : null, state.Citizen, held);
    }

    private static PublicStatus? Named(ProcessDefinition process, int id) => process.Statuses.FirstOrDefault(s => s.Id == id);
}
