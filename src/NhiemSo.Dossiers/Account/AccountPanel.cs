using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Account;

/// <summary>Staff see in whose account of the portal a dossier is, what brought it there and how the account's number was proved.</summary>
internal sealed class AccountPanel(DepartmentDb db) : IDossierPanel
{
    public int Order => 6;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        var held = await (from o in db.Set<AccountDossier>()
                          join a in db.Set<ApplicantAccount>() on o.AccountId equals a.Id
                          where o.DossierId == facts.Matter.Id
                          orderby o.At
                          select new HeldBy(a, o.Way)).AsNoTracking().ToListAsync(ct);
        return held.Count == 0 ? null : new DossierPanel("/Account/_HeldBy.cshtml", held, Aside: true);
    }
}

/// <summary>An account that holds a dossier, and what brought it there.</summary>
internal sealed record HeldBy(ApplicantAccount Account, AccountWay? Way);
