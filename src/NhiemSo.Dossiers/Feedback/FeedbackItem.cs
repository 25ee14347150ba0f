namespace NhiemSo.Dossiers.Feedback;

internal enum FeedbackAbout
{
    /// <summary>The applicant's own dossier is late.</summary>
    Lateness,

    /// <summary>The procedure itself: how it could be better.</summary>
    Procedure,

    /// <summary>How civil servants behaved to the applicant (thái độ).</summary>
    Conduct,
}

/// <summary>Whose conduct is complained of, as far as an applicant can tell.</summary>
internal enum Meant
{
    /// <summary>Who took the dossier in or gave the result back.</summary>
    Desk,

    /// <summary>Who deals with it in the unit.</summary>
    Officer,

    /// <summary>Somebody else, or the applicant doesn't know.</summary>
    Other,
}

/// <summary>What somebody outside says to the department, and its answer. It keeps the duty of the dossier or procedure it is about.</summary>
internal sealed class FeedbackItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>By which who wrote it finds the answer.</summary>
    public required string Code { get; init; }

    public required FeedbackAbout About { get; init; }

    /// <summary>The dossier of a complaint; null for a comment on a procedure.</summary>
    public Guid? DossierId { get; init; }

    public required string Procedure { get; init; }

    /// <summary>Its name then.</summary>
    public required string Title { get; init; }

    public required string DutyCitation { get; init; }

    /// <summary>The unit that answers for it.</summary>
    public required Guid UnitId { get; set; }

    public required string Text { get; init; }

    /// <summary>Only of a complaint about conduct.</summary>
    public Meant? Meant { get; init; }

    /// <summary>The officer then responsible, when the complaint is about that officer: who never sees it.</summary>
    public Guid? MeantId { get; init; }

    /// <summary>Whether a complaint about conduct was found right; null until it is answered.</summary>
    public bool? FoundRight { get; set; }

    /// <summary>Personal data; null: not given.</summary>
    public string? Name { get; init; }

    /// <summary>Personal data; the answer goes there when given.</summary>
    public string? Email { get; init; }

    public required DateTime At { get; init; }

    public required DateTime Due { get; init; }

    public DateTime? AnsweredAt { get; set; }

    public string? Answer { get; set; }

    /// <summary>The person who answered, with post.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>A concurrency token: two don't answer one.</summary>
    public int Version { get; set; }
}
