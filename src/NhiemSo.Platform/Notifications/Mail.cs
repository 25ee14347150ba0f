namespace NhiemSo.Platform.Notifications;

/// <summary>
/// An e-mail that an act wrote: what it says and to whom, kept with its matter so that staff can see what was told, when and where to.
/// The job that sends it holds no address.
/// </summary>
public sealed class Mail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The same key goes out once.</summary>
    public required string Key { get; init; }

    /// <summary>The matter it is about; null for messages about accounts and the like, forgotten a month after sending.</summary>
    public Guid? MatterId { get; init; }

    /// <summary>Personal data.</summary>
    public required string To { get; init; }

    public required string ToName { get; init; }

    public required string Subject { get; init; }

    /// <summary>As it is sent; of a <see cref="Sealed"/> one closed by <see cref="MessageSeal"/>, and empty once it was sent.</summary>
    public required string Text { get; set; }

    /// <summary>It carries a link that opens something.</summary>
    public bool Sealed { get; init; }

    /// <summary>JSON of <see cref="MailAttachment"/>s; they are made when it is sent.</summary>
    public required string Attachments { get; init; }

    public required DateTime At { get; init; }

    /// <summary>When it was handed to the mail server.</summary>
    public DateTime? SentAt { get; set; }
}

/// <summary>Something to make when the e-mail is sent.</summary>
/// <param name="Source">Which <see cref="IMailAttachments"/> makes it, e.g. <c>dossier-form</c>.</param>
public sealed record MailAttachment(string Source, Guid Id);

public sealed record MailFile(string Name, string ContentType, byte[] Content);

/// <summary>Makes attachments of one kind; each room registers its own.</summary>
public interface IMailAttachments
{
    string Source { get; }

    /// <summary>Makes it, or throws: then the e-mail is tried again later.</summary>
    Task<MailFile> MakeAsync(Guid id, CancellationToken ct);
}
