using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.OpenByOffice;

/// <summary>The procedures that the department opens itself on a licence (withdrawal, suspension), offered on the licence's page to the unit that answers for it.</summary>
internal sealed class OfficeProcedures(Catalogue catalogue, RuleShelf rules, TimeProvider time) : IEntryWork
{
    public const string Act = "mo";

    public IReadOnlyList<EntryWork> For(EntryFacts entry, Guid unitId, Reader reader) =>
        [.. rules.At(time.Today()).All<Procedure>()
            .Where(p => p.OpenedByOffice && p.Result.Register == entry.Register && MayOpen(p, unitId, reader) && catalogue.Find(p.Code, time.Today()) is { MayBeFiled: true })
            .Select(p => new EntryWork($"{Short(p.Name)}…", $"/mot-cua/so-mo/{p.Code}?so={Uri.EscapeDataString(entry.Number)}"))];

    /// <summary>Who the process lets open it, in the unit that answers for the licence.</summary>
    public bool MayOpen(Procedure procedure, Guid unitId, Reader reader) =>
        rules.At(time.Today()).Find<ProcessDefinition>(procedure.Process)?.Act(Act) is { } act
        && reader.Grants.Any(g => act.By.Contains(g.Role) && (act.Relation != Relation.OwnUnit || g.UnitId == unitId));

    private static string Short(string name) => name.Split(" (")[0];
}
