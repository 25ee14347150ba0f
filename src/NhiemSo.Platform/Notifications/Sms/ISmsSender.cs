namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>Short messages, for whichever use case has something to say to a telephone.</summary>
public interface ISmsSender
{
    /// <summary>The department has a gateway. When it has none, pages offer no message.</summary>
    bool Offered { get; }

    /// <summary>Who gave an e-mail address gets messages, too.</summary>
    bool BesideMail { get; }

    /// <summary>Writes a message inside the act; it goes out after it, and not at all if the act is not saved.</summary>
    /// <param name="key">The same message has the same key and goes out once.</param>
    /// <param name="phone">As <see cref="Words.Phone.Read"/> gives it.</param>
    /// <param name="matterId">Null for codes and the like, which are kept sealed and forgotten.</param>
    /// <param name="text">With diacritics; they are taken off when the settings say so.</param>
    /// <returns>False when there is no gateway, or the number is no mobile telephone's: then another way must be found.</returns>
    Task<bool> QueueAsync(string key, string phone, string text, Guid? matterId, CancellationToken ct);
}
