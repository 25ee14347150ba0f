using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Search;

namespace NhiemSo.Dossiers.Model;

/// <summary>What staff find a dossier by beside its number, title and applicant: the look-up code and the form's main answers, as people read them. Nothing personal.</summary>
internal sealed class DossierSearchText(DepartmentDb db, Catalogue catalogue) : ISearchText
{
    public string Kind => DossiersRoom.Kind;

    public async Task<string> TextOfAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Dossier>().FindAsync([id], ct) is not { } dossier) return "";
        var answers = Json.Values(dossier.Data);
        var main = catalogue.Version(dossier.ProcedureVersion).Fields.Where(f => (f.Index || f.Public) && !f.Personal && f.Pattern is null);
        return string.Join('\n', main.Where(f => answers.ContainsKey(f.Key)).Select(f => FormInput.Show(f, answers[f.Key])).Where(shown => shown.Length > 0).Prepend(dossier.LookupCode));
    }
}
