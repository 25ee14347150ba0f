namespace NhiemSo.Mandate;

/// <summary>A duty in force: what a matter cites and which unit answers for it.</summary>
/// <param name="Id">Identity of the provision, kept by matters opened under it.</param>
/// <param name="Citation">e.g. <c>4.3.2.a</c>.</param>
/// <param name="Display">Legal form: điểm a mục 4.3.2 khoản 4 Điều 1 Quyết định 55/QĐ-STTTT.</param>
public sealed record Duty(Guid Id, string Citation, string Display, string Text, Guid UnitId, string UnitName);

/// <summary>The mandate's public face: later rooms find the duty and its unit here, always with a date.</summary>
public interface IDuties
{
    /// <summary>The duty by its citation in the mandate in force on <paramref name="day"/>; null if that mandate has none.</summary>
    Task<Duty?> FindAsync(string citation, DateOnly day, CancellationToken ct);
}
