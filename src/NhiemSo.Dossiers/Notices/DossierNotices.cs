using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Notices;

/// <summary>
/// Writes to the applicant what an act did, in the act's own transaction: the text from the notice book, the forms of the act attached.
/// Only to who gave an e-mail address; a telephone is enough to apply.
/// </summary>
internal sealed class DossierNotices(DepartmentDb db, Outbox outbox, RuleShelf rules, NoticeValues values) : IActFollower
{
    public async Task AfterAsync(ActScope act, CancellationToken ct)
    {
        if (act.Matter.Kind != DossiersRoom.Kind || act.Act.Notice is not { } id || act.Process.Notices is not { } book) return;
        if (await db.Set<Dossier>().FindAsync([act.Matter.Id], ct) is not { Email: { Length: > 0 } address } dossier) return;
        if (rules.At(Vietnam.Day(act.Now)).Find<NoticeBook>(book)?.Notice(id) is not { } notice) return;
        var (subject, text) = notice.Fill(await values.OfAsync(act, dossier, ct));
        var forms = db.Set<DossierForm>().Local.Where(f => f.DossierId == dossier.Id && f.At == act.Now).OrderBy(f => f.Id);
        await outbox.MailAsync($"{act.Act.Id}:{dossier.Id:N}:{act.Matter.Version}", new MailMessage(address, dossier.ApplicantName, subject, text)
        {
            MatterId = dossier.Id, Attachments = [.. forms.Select(f => new MailAttachment(FormAttachments.Forms, f.Id))],
        }, ct);
    }
}
