using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Reuse;

/// <summary>A paper that the department holds of an account's dossiers.</summary>
/// <param name="FileId">Its reference there.</param>
/// <param name="From">Where it is, in words.</param>
internal sealed record HeldPaper(string Component, Guid FileId, string Name, Guid DossierId, string From);

/// <summary>
/// What needn't be asked for again: papers that the desk accepted in an earlier dossier of the same
/// account, and results that the department issued on one. Only for who is signed in: the account is what proves whose they are.
/// </summary>
internal sealed class HeldPapers(DepartmentDb db, IDocumentOffice documents, Catalogue catalogue)
{
    private const int Dossiers = 50;

    private static readonly string[] Granted = [" da cap", " con ", " bi ", " cu"];

    /// <summary>At most one for each component, the newest.</summary>
    public async Task<IReadOnlyList<HeldPaper>> ForAsync(Guid accountId, IEnumerable<Component> wanted, CancellationToken ct)
    {
        var asked = wanted.ToList();
        var codes = asked.Select(c => c.Code).ToList();
        var own = await (from o in db.Set<AccountDossier>()
                         join m in db.Set<Matter>() on o.DossierId equals m.Id
                         join d in db.Set<Dossier>() on m.Id equals d.Id
                         where o.AccountId == accountId && d.AcceptedAt != null
                         orderby m.Id descending
                         select new { d.Id, m.Number, At = d.AcceptedAt!.Value, d.ProcedureVersion, d.ResultDocumentId }).Take(Dossiers).AsNoTracking().ToListAsync(ct);
        var ids = own.Select(d => d.Id).ToList();
        var papers = await (from c in db.Set<DossierComponent>()
                            join f in db.Set<FileRef>() on c.FileId equals f.Id
                            where ids.Contains(c.DossierId) && codes.Contains(c.Code) && c.Accepted == true && f.RemovedAt == null
                            select new { c.DossierId, c.Code, c.Name, FileId = f.Id, File = f.Name }).AsNoTracking().ToListAsync(ct);
        var held = new List<HeldPaper>();
        foreach (var dossier in own)
        {
            var from = $"hồ sơ {dossier.Number}, tiếp nhận {Wording.Date(Vietnam.Day(dossier.At))}";
            // The same code may stand for another paper in another procedure: the name must be the same, too.
            foreach (var p in papers.Where(p => p.DossierId == dossier.Id && asked.Any(c => c.Code == p.Code && c.Name == p.Name)))
                held.Add(new HeldPaper(p.Code, p.FileId, p.File, dossier.Id, from));
            if (dossier.ResultDocumentId is not { } documentId) continue;
            // "Giấy phép hoạt động in (cấp lại)" is asked for as "Giấy phép hoạt động in đã cấp".
            var result = Fold.Text(catalogue.Version(dossier.ProcedureVersion).Result.Name.Split('(')[0].Trim());
            foreach (var component in asked.Where(c => Means(Fold.Text(c.Name), result)))
                if (await documents.FindAsync(documentId, ct) is { IssuedAt: { } issued, VoidReason: null, FileId: { } file } document)
                    held.Add(new HeldPaper(component.Code, file, $"{document.Type} {document.Symbol}", dossier.Id, $"kết quả hồ sơ {dossier.Number}, phát hành {Wording.Date(Vietnam.Day(issued))}"));
        }

        return [.. held.DistinctBy(h => h.Component)];
    }

    /// <summary>The licence itself and not one whose name only begins alike: what follows says no more than that it was granted.</summary>
    private static bool Means(string component, string result) =>
        component.IndexOf(result, StringComparison.Ordinal) is var at and >= 0
        && component[(at + result.Length)..] is var rest && (rest.Length == 0 || Granted.Any(w => rest.StartsWith(w, StringComparison.Ordinal)));
}
