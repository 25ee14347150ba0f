using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Notices;

/// <summary>
/// Writes to the applicant what an act did, in the act's own transaction: the letter of the notice book with the forms of the act to the e-mail address,
/// its short message to the telephone of who gave no address (or of everyone, by the settings). A telephone is enough to apply.
/// </summary>
internal sealed class DossierNotices(DepartmentDb db, Outbox outbox, ISmsSender sms, RuleShelf rules, NoticeValues values) : IActFollower
{
    public async Task AfterAsync(ActScope act, CancellationToken ct)
    {
        if (act.Matter.Kind != DossiersRoom.Kind || act.Act.Notice is not { } id || act.Process.Notices is not { } book) return;
        if (await db.Set<Dossier>().FindAsync([act.Matter.Id], ct) is not { } dossier) return;
        var (mail, text) = (dossier.Email is { Length: > 0 }, sms.Offered && (string.IsNullOrEmpty(dossier.Email) || sms.BesideMail));
        if (!mail && !text || rules.At(Vietnam.Day(act.Now)).Find<NoticeBook>(book)?.Notice(id) is not { } notice) return;
        var filled = await values.OfAsync(act, dossier, ct);
        var key = $"{act.Act.Id}:{dossier.Id:N}:{act.Matter.Version}";
        if (mail) await MailAsync(key, dossier, notice.Fill(filled), act.Now, ct);
        if (text && notice.FillSms(filled) is { } words) await sms.QueueAsync(key, dossier.Phone, words, dossier.Id, ct);
    }

    private async Task MailAsync(string key, Dossier dossier, (string Subject, string Text) letter, DateTime now, CancellationToken ct)
    {
        var forms = db.Set<DossierForm>().Local.Where(f => f.DossierId == dossier.Id && f.At == now).OrderBy(f => f.Id);
        await outbox.MailAsync(key, new MailMessage(dossier.Email!, dossier.ApplicantName, letter.Subject, letter.Text)
        {
            MatterId = dossier.Id, Attachments = [.. forms.Select(f => new MailAttachment(FormAttachments.Forms, f.Id))],
        }, ct);
    }
}
