using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Processes.Definitions;

namespace NhiemSo.Dossiers.Evaluate;

/// <summary>What a process leaves to the one-stop desk, read from its table (Thông tư 01/2018/TT-VPCP, Điều 13).</summary>
internal static class AtDesk
{
    // Public states of Thông tư 22/2019/TT-BTTTT, Phụ lục I.
    private const int Accepted = 2, Returned = 10;

    /// <summary>The desk takes the dossier in and gives the result back.</summary>
    public static bool TakesInAndReturns(ProcessDefinition process) => LeadsTo(process, Accepted) && LeadsTo(process, Returned);

    /// <summary>From handing in to the result it is nobody's turn but the desk's and the applicant's.</summary>
    public static bool AppraisesAndApproves(ProcessDefinition process) => process.States.All(s => s.Turn is null or Role.Desk or Role.Applicant);

    private static bool LeadsTo(ProcessDefinition process, int status) =>
        process.Acts.Any(a => a.By.Contains(Role.Desk) && a.To is { } to && process.State(to)?.Status == status);
}
