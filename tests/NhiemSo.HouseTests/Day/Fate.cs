namespace NhiemSo.HouseTests.Day;

/// <summary>How far a dossier of the day gets.</summary>
internal enum Fate
{
    /// <summary>To the result in the applicant's hands.</summary>
    Finished,

    /// <summary>To a letter that says no, with its reasons.</summary>
    Refused,

    /// <summary>Handed in and not looked at.</summary>
    Waiting,

    /// <summary>Sent back to be completed before it is accepted.</summary>
    ToComplete,

    NotAccepted,

    /// <summary>With the unit, nobody assigned.</summary>
    AtUnit,

    /// <summary>The unit asked for more.</summary>
    Supplement,

    /// <summary>Taken back by the applicant at the desk.</summary>
    Withdrawn,

    /// <summary>Stopped by the leader.</summary>
    Stopped,
}

/// <summary>What the script saw of one dossier, in its own words and from the pages alone.</summary>
internal sealed record Walked(string LookupCode, string Procedure, Fate Fate, DateTime At, WayIn Way)
{
    public required Guid Id { get; init; }

    /// <summary>Address for notices; null when none was given.</summary>
    public string? Email { get; init; }

    /// <summary>Acts taken, in order, by their codes.</summary>
    public List<string> Acts { get; } = [];

    public DateTime? AcceptedAt { get; set; }

    /// <summary>Licence number that the register should now hold; null when none.</summary>
    public string? Entry { get; set; }
}
