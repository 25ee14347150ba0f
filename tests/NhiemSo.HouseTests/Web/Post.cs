using Microsoft.EntityFrameworkCore;
using MimeKit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Notifications;
using Shouldly;

namespace NhiemSo.HouseTests.Web;

/// <summary>The mail box into which the house's e-mails fall.</summary>
public sealed class Post(WebHouse house)
{
    private string Folder => Path.Combine(house.Settings.DataFolder, "outbox");

    /// <summary>Everything about a matter, in the order in which it was written, once all of it has left.</summary>
    public async Task<IReadOnlyList<MimeMessage>> OfAsync(Guid matterId)
    {
        await UntilAsync(async () => !await house.AskAsync((DepartmentDb db) => db.Set<Mail>().AnyAsync(m => m.MatterId == matterId && m.SentAt == null)));
        var ids = await house.AskAsync((DepartmentDb db) => db.Set<Mail>().Where(m => m.MatterId == matterId).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        return await Task.WhenAll(ids.Select(id => MimeMessage.LoadAsync(Path.Combine(Folder, $"{id:N}.eml"))));
    }

    public async Task<MimeMessage> LastAsync(Guid matterId) => (await OfAsync(matterId))[^1];

    /// <summary>The so-manieth e-mail to an address, once it has left.</summary>
    public async Task<MimeMessage> ToAsync(string address, int number = 1)
    {
        await UntilAsync(async () => await house.AskAsync((DepartmentDb db) => db.Set<Mail>().CountAsync(m => m.To == address && m.SentAt != null)) >= number);
        var ids = await house.AskAsync((DepartmentDb db) => db.Set<Mail>().Where(m => m.To == address).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        return await MimeMessage.LoadAsync(Path.Combine(Folder, $"{ids[number - 1]:N}.eml"));
    }

    /// <summary>Path and query of the link in an e-mail.</summary>
    public static string Link(MimeMessage mail) => new Uri(mail.TextBody!.Split((char[]?)null).Single(w => w.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;

    public static byte[] Attached(MimeMessage mail, string name)
    {
        using var bytes = new MemoryStream();
        mail.Attachments.OfType<MimePart>().Single(a => a.FileName == name).Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Nothing can be left in the box until <see cref="Open"/>.</summary>
    public void Close()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        File.WriteAllText(Folder, "");
    }

    public void Open() => File.Delete(Folder);

    /// <summary>Lets time pass until every e-mail that can't leave has given up.</summary>
    public async Task GiveUpAsync() => await UntilAsync(async () =>
    {
        house.Time.Advance(TimeSpan.FromHours(3));
        return !await house.AskAsync((DepartmentDb db) => db.Set<Job>().AnyAsync(j => j.Kind == "mail" && j.State == JobState.Waiting));
    });

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await reached()) return;
            await Task.Delay(100);
        }

        true.ShouldBeFalse("a minute passed");
    }
}
