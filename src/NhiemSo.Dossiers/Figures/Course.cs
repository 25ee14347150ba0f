using NhiemSo.Dossiers.Model;

namespace NhiemSo.Dossiers.Figures;

/// <summary>How a dossier ended.</summary>
internal enum Ending
{
    Granted,
    Refused,

    /// <summary>By the applicant.</summary>
    Withdrawn,

    /// <summary>By the office, without a decision.</summary>
    Stopped,

    /// <summary>The desk refused to take it in.</summary>
    NotAccepted,
}

/// <summary>
/// The course of one dossier as instants that a database can compare: written with every act, so that figures are counted without
/// reading clocks. All of it can be made again from the matter, its clocks and the dossier.
/// </summary>
internal sealed class Course
{
    /// <summary>The matter's id.</summary>
    public required Guid Id { get; init; }

    public required string Procedure { get; set; }

    public required Channel Channel { get; init; }

    public required DateTime SubmittedAt { get; init; }

    public DateTime? AcceptedAt { get; set; }

    /// <summary>From here on a decision is no longer early; see <see cref="DueEdges"/>. Null where the law sets no limit.</summary>
    public DateTime? OnTimeFrom { get; set; }

    /// <summary>
    /// From here on it is late: by the limit as the law counts it, anew after a supplement. The apology of Điều 19.9 gives a new day but
    /// makes nothing timely that was late.
    /// </summary>
    public DateTime? LateFrom { get; set; }

    /// <summary>The same by the new day that was promised with an apology; null without one.</summary>
    public DateTime? PromisedLateFrom { get; set; }

    /// <summary>Waits for the applicant.</summary>
    public bool Waiting { get; set; }

    /// <summary>When the statutory clock stopped for good, or since when it stands; null while it runs.</summary>
    public DateTime? StoodAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public Ending? Ending { get; set; }

    /// <summary>How often the applicant was asked to complete it (mẫu 02).</summary>
    public int Requests { get; set; }

    /// <summary>By when the desk has to hand it on to the unit (Điều 18).</summary>
    public DateTime? TransferBy { get; set; }

    public DateTime? TransferredAt { get; set; }

    public DateTime? ReturnedAt { get; set; }

    /// <summary>
    /// The slowest of the units that took part against its share of the limit, the desk's transfer included: longer in one unit is longer.
    /// Written with the decision; null before it, and where the history gives nothing.
    /// </summary>
    public Timeliness? UnitsTime { get; set; }

    /// <summary>The portal offered the procedure at the decision; null before it.</summary>
    public bool? OnPortal { get; set; }
}
