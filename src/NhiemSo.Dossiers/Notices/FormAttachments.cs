using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Papers;

namespace NhiemSo.Dossiers.Notices;

/// <summary>Prints a form of a dossier for the e-mail it goes with.</summary>
internal sealed class FormAttachments(DepartmentDb db, DossierForms forms) : IMailAttachments
{
    public const string Forms = "dossier-form";

    public string Source => Forms;

    public async Task<MailFile> MakeAsync(Guid id, CancellationToken ct)
    {
        var form = await db.Set<DossierForm>().AsNoTracking().FirstAsync(f => f.Id == id, ct);
        var paper = await forms.PaperAsync(form.DossierId, id, ct);
        var pdf = new MemoryStream();
        var problem = paper.Ok ? PaperPdf.Render(paper.Value, pdf, form.At).Problem : paper.Problem;
        return problem is null ? new MailFile($"{form.Template}.pdf", "application/pdf", pdf.ToArray()) : throw new InvalidOperationException(problem.Message);
    }
}
