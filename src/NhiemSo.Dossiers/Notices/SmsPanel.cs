using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Notifications.Sms;

namespace NhiemSo.Dossiers.Notices;

/// <param name="MaySend">This reader works on the dossier and may let a message that gave up be tried again.</param>
internal sealed record SmsShown(IReadOnlyList<SmsState> Messages, bool MaySend);

/// <summary>The short messages about a dossier, beside its e-mails: what went out, what waits, what gave up.</summary>
internal sealed class SmsPanel(SmsOutbox outbox) : IDossierPanel
{
    public int Order => 90;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        var messages = await outbox.OfMatterAsync(facts.Matter.Id, ct);
        return messages.Count == 0 ? null : new DossierPanel("/Notices/_Sms.cshtml", new SmsShown(messages, DossierPageModel.MaySend(reader, facts)), Aside: true);
    }
}
