namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>A short message that an act wrote, kept with its matter so that staff see what was told, when and where to. The job that sends it holds no number.</summary>
public sealed class SmsMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The same key goes out once.</summary>
    public required string Key { get; init; }

    /// <summary>The matter it is about; null for codes and the like, forgotten a month after sending.</summary>
    public Guid? MatterId { get; init; }

    /// <summary>Personal data: digits with the leading 0.</summary>
    public required string To { get; init; }

    /// <summary>As it goes over the air; without a matter sealed (<see cref="MessageSeal"/>), and empty once it was sent.</summary>
    public required string Text { get; set; }

    public required DateTime At { get; init; }

    /// <summary>When the gateway took it.</summary>
    public DateTime? SentAt { get; set; }
}
