using NhiemSo.Dossiers.Figures;

namespace NhiemSo.Dossiers.Evaluate;

/// <summary>Decided dossiers that are scored alike.</summary>
/// <param name="OfficerId">Who was responsible; null when nobody was.</param>
/// <param name="Requests">How often the applicant was asked to complete it.</param>
/// <param name="Electronic">The result is an electronic paper of this office.</param>
internal sealed record Decided(Guid? OfficerId, Stands Stands, int Requests, bool Electronic, int Count)
{
    /// <summary>See <see cref="Course.UnitsTime"/>.</summary>
    public Timeliness? UnitsTime { get; init; }

    /// <summary>The applicant's answer to the survey's question; null: not answered, or not to be shown.</summary>
    public string? Contacts { get; init; }

    /// <summary>Its procedure was on the notice board at the decision.</summary>
    public bool Posted { get; init; }

    /// <summary>See <see cref="Course.OnPortal"/>.</summary>
    public bool? OnPortal { get; init; }

    /// <summary>A complaint about conduct was found right.</summary>
    public bool Complained { get; init; }

    /// <summary>
    /// Without the answers of officers whom fewer than <paramref name="smallest"/> applicants answered about, also from the office's sum: nobody is
    /// to be known by theirs.
    /// </summary>
    public static IReadOnlyList<Decided> Guarded(IReadOnlyList<Decided> decided, int smallest)
    {
        var few = decided.GroupBy(d => d.OfficerId).Where(g => g.Where(d => d.Contacts is not null).Sum(d => d.Count) < smallest).Select(g => g.Key).ToHashSet();
        return [.. decided.Select(d => few.Contains(d.OfficerId) ? d with { Contacts = null } : d)];
    }
}

/// <summary>Points and over how many of what they were counted.</summary>
internal sealed record Scored(decimal Points, int Count, string Of);

/// <summary>What the records say of the online service in a period.</summary>
/// <param name="Procedures">Offered to applicants.</param>
/// <param name="OnlineProcedures">Of these, those that can be filed online.</param>
/// <param name="Late">Of the online dossiers, those decided late or open and late.</param>
internal sealed record OnlineService(int Procedures, int OnlineProcedures, int Dossiers, int OnlineDossiers, int Late);

/// <summary>Procedures offered at the end of a period, by what their processes leave to the desk.</summary>
/// <param name="Returned">Taken in and returned there.</param>
/// <param name="Appraised">Appraised and approved there, too.</param>
internal sealed record DeskService(int Procedures, int Returned, int Appraised);

/// <summary>Complaints and comments whose day to answer fell in a period and that are answered or overdue.</summary>
internal sealed record Answers(int All, int InTime);
