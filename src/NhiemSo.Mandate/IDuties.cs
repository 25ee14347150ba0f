namespace NhiemSo.Mandate;

/// <summary>A duty in force: what a matter cites and which unit answers for it.</summary>
/// <param name="Id">Identity of the provision, kept by matters opened under it.</param>
/// <param name="Citation">e.g. <c>4.3.2.a</c>.</param>
/// <param name="Display">Legal form: điểm a mục 4.3.2 khoản 4 Điều 1 Quyết định 55/QĐ-STTTT.</param>
public sealed record Duty(Guid Id, string Citation, string Display, string Text, Guid UnitId, string UnitName);

/// <summary>The mandate's public face: later rooms find the duty and its unit here, always with a date.</summary>
public interface IDuties
{
    /// <summary>
    /// The duty that a rule book means, as it stands on <paramref name="day"/>: the book cites the decision in force on the day from which
    /// the book takes effect, and what became of that provision since is followed. Null when nobody is given the duty any more.
    /// </summary>
    /// <param name="written">First day of the book.</param>
    Task<Duty?> FindAsync(string citation, DateOnly written, DateOnly day, CancellationToken ct);

    /// <summary>The unit that answers on <paramref name="day"/> for what was done under a provision; null for a provision nobody knows.</summary>
    Task<Guid?> UnitAsync(Guid dutyId, DateOnly day, CancellationToken ct);

    /// <summary>The provision of that citation in the decision in force on <paramref name="day"/>, where a link gives nothing but the citation.</summary>
    Task<Guid?> CitedAsync(string citation, DateOnly day, CancellationToken ct);
}
