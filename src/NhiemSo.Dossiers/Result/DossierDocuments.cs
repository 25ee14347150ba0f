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
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.Result;

/// <summary>
/// Moves the dossier with its document: signed, sealed and issued, or given up. Each step is part of the document's own
/// act, so the dossier, the register and the book can't disagree.
/// </summary>
internal sealed class DossierDocuments(DepartmentDb db, DossierActs acts, Catalogue catalogue, DossierForms forms, IRegisterBook registers, LicenceWork licences) : IDocumentFollower
{
    public Task SignedAsync(DocumentFacts document, Actor actor, CancellationToken ct) => MoveAsync(document, "ghi-chu-ky", actor, null, ct);

    public async Task IssuedAsync(DocumentFacts document, Actor actor, CancellationToken ct)
    {
        if (await OfAsync(document, ct) is not { } dossier) return;
        await MoveAsync(document, "dong-dau", actor, null, ct);
        var refused = dossier.DraftOutcome == ActOutcomeWords.Refused;
        await MoveAsync(document, "phat-hanh", actor, null, ct, refused ? RefusalForm : null);
        if (refused) return;
        var procedure = catalogue.Version(dossier.ProcedureVersion);
        if (procedure.Result.Register is not { } register) return;
        var matter = await db.Set<Matter>().FirstAsync(m => m.Id == dossier.Id, ct);
        if (procedure.Result.ActsOn is { } on)
        {
            var licence = await licences.FindAsync(procedure, Json.Values(dossier.Draft), by: null, ct) ?? throw new InvalidOperationException($"{dossier.Id} changes a licence that the register doesn't have.");
            await registers.ChangeAsync(matter, new EntryChange(licence.Facts.Id, $"{LicenceWork.Words(on.Change)} theo {document.Symbol}", dossier.ApplicantName, Entry(procedure, dossier, document, matter), document.Id), actor, ct);
            return;
        }

        await registers.EnterAsync(matter, new NewEntry(register, document.Symbol, matter.PartyId, dossier.ApplicantName, document.Date, null, Entry(procedure, dossier, document, matter), document.Id), actor, ct);
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

    /// <summary>Register columns from the draft and from the act of issuing, as the procedure's book says.</summary>
    private static Dictionary<string, object?> Entry(Procedure procedure, Dossier dossier, DocumentFacts document, Matter matter)
    {
        var stated = Json.Values(dossier.Draft);
        return procedure.Result.Entry.ToDictionary(e => e.Key, e => e.Value switch
        {
            "$number" => document.Symbol,
            "$issued_on" => document.Date.ToString("yyyy-MM-dd"),
            "$issuer" => procedure.IssuingAuthority,
            "$applicant" => dossier.ApplicantName,
            "$dossier_code" => matter.Number,
            var field => stated.GetValueOrDefault(field),
        }, StringComparer.Ordinal);
    }
}
