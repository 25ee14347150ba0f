using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees;

/// <summary>Computes the fees when a dossier is accepted, and takes over what the appraisal counted.</summary>
internal sealed class FeeFollower(DepartmentDb db, FeeBook book, Catalogue catalogue, AuditTrail audit) : IActFollower
{
    public async Task AfterAsync(ActScope act, CancellationToken ct)
    {
        if (act.Matter.Kind != DossiersRoom.Kind || act.Act.Id is not ("tiep-nhan" or "tham-dinh")) return;
        if (await db.Set<Dossier>().FindAsync([act.Matter.Id], ct) is not { } dossier) return;
        var known = await book.FindAsync(dossier.Id, ct);
        var fees = known is null && act.Act.Id == "tiep-nhan" ? await book.MakeAsync(dossier, catalogue.Version(dossier.ProcedureVersion), ct)
            : known is not null && FeeBook.Appraised(known, dossier) ? known : null;
        if (fees is { Sheet.Left: > 0 }) await audit.WriteAsync("matter", act.Matter.Id, act.Actor, new AuditNote("tinh-phi", FeeWords.Computed(fees)), ct);
    }
}
