using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Search;

namespace NhiemSo.Dossiers.Model;

/// <summary>What staff find a dossier by beside its number, title and applicant: the look-up code and the form's main answers. Nothing personal.</summary>
internal sealed class DossierSearchText(DepartmentDb db, Catalogue catalogue) : ISearchText
{
    public string Kind => DossiersRoom.Kind;

    public async Task<string> TextOfAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Dossier>().FindAsync([id], ct) is not { } dossier) return "";
        var answers = Json.Values(dossier.Data);
        var main = catalogue.Version(dossier.ProcedureVersion).Fields.Where(f => (f.Index || f.Public) && !f.Personal && f.Pattern is null);
        return string.Join('\n', main.Select(f => answers.GetValueOrDefault(f.Key)?.ToString()).Where(a => !string.IsNullOrEmpty(a)).Prepend(dossier.LookupCode));
    }
}
