using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Decide;

/// <summary>Who decides a procedure on a day, and through which process its dossiers go. A dossier keeps the process under which it was opened.</summary>
internal sealed class Decider(DepartmentDb db, RuleShelf rules)
{
    /// <summary>Procedures without a choice have one process; where there is one and nobody set it, the book's own process holds.</summary>
    public async Task<string> ProcessAsync(Procedure procedure, DateOnly day, CancellationToken ct) =>
        procedure.ProcessAbove is { } above && await RuleAsync(procedure.Code, day, ct) is { Above: true } ? above : procedure.Process;

    /// <summary>The rule that holds on a day; null when nobody set one.</summary>
    public Task<DecisionRule?> RuleAsync(string procedure, DateOnly day, CancellationToken ct) =>
        db.Set<DecisionRule>().AsNoTracking().Where(r => r.Procedure == procedure && r.From <= day).OrderByDescending(r => r.From).ThenByDescending(r => r.Id).FirstOrDefaultAsync(ct);

    /// <summary>The body in whose name the result of this matter stands.</summary>
    public string IssuerOf(Procedure procedure, Matter matter)
    {
        if (procedure.ProcessAbove is null) return procedure.IssuingAuthority;
        var office = rules.At(Vietnam.Day(matter.Opened)).All<OfficeRule>()[0];
        return matter.Process == procedure.ProcessAbove ? office.ParentBody : office.Name;
    }
}
