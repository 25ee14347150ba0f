using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.Result;

/// <summary>
/// Moves the dossier with its document: signed, sealed and issued, or given up. Each step is part of the document's own
/// act, so the dossier, the register and the book can't disagree.
/// </summary>
internal sealed class DossierDocuments(DepartmentDb db, DossierActs acts, Catalogue catalogue, DossierForms forms, RegisterWork register, RuleShelf rules) : IDocumentFollower
{
    public Task SignedAsync(DocumentFacts document, Actor actor, CancellationToken ct) => MoveAsync(document, "ghi-chu-ky", actor, null, ct);

    public async Task IssuedAsync(DocumentFacts document, Actor actor, CancellationToken ct)
    {
        if (await OfAsync(document, ct) is not { } dossier) return;
        await MoveAsync(document, "dong-dau", actor, null, ct);
        var outcome = ActOutcomeWords.Read(dossier.DraftOutcome);
        var matter = await db.Set<Matter>().FirstAsync(m => m.Id == dossier.Id, ct);
        var issuing = rules.Version<ProcessDefinition>(matter.ProcessVersion).Issuing(matter.State, outcome) ?? throw new InvalidOperationException($"{matter.Process} issues nothing from {matter.State}.");
        // A letter on the way is no result: the place of the result stays free for what the other body decides.
        if (outcome is ActOutcome.Submitted or ActOutcome.Notified) dossier.ResultDocumentId = null;
        await MoveAsync(document, issuing.Id, actor, null, ct, outcome == ActOutcome.Refused ? RefusalForm : null);
        if (outcome != ActOutcome.Granted) return;
        var written = await register.WriteAsync(dossier, catalogue.Version(dossier.ProcedureVersion), new Granted(document.Symbol, document.Date, document.Id), actor, ct);
        if (!written.Ok) throw new InvalidOperationException($"{dossier.Id}: {written.Problem.Message}");
    }

    public async Task VoidedAsync(DocumentFacts document, Actor actor, string reason, CancellationToken ct)
    {
        if (await OfAsync(document, ct) is not { } dossier) return;
        dossier.ResultDocumentId = null;
        await MoveAsync(document, "bo-ky", actor, reason, ct);
    }

    private async Task MoveAsync(DocumentFacts document, string act, Actor actor, string? reason, CancellationToken ct, DossierPart? part = null)
    {
        if (await OfAsync(document, ct) is not { } dossier) return;
        var moved = await acts.InActAsync(new DossierAct(dossier.Id, act, Readers.SystemFor(dossier.Id, actor), null, reason), part ?? DossierActs.Nothing, ct);
        if (!moved.Ok) throw new InvalidOperationException($"{act} on {dossier.Id}: {moved.Problem.Message}");
    }

    /// <summary>With the notice that the conditions aren't met goes mẫu 03 (Nghị định 61/2018/NĐ-CP, Điều 19.8).</summary>
    private Task<Outcome<Done>> RefusalForm(ActScope act, Dossier dossier, Procedure procedure, CancellationToken ct)
    {
        forms.Add("mau-03", act, dossier, procedure, [], Json.Values(dossier.Draft).GetValueOrDefault("ly_do")?.ToString());
        return Task.FromResult<Outcome<Done>>(Done.Yes);
    }

    private Task<Dossier?> OfAsync(DocumentFacts document, CancellationToken ct) => db.Set<Dossier>().FirstOrDefaultAsync(d => d.Id == document.MatterId, ct);
}
