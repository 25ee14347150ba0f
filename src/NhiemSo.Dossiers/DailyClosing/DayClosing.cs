namespace NhiemSo.Dossiers.DailyClosing;

/// <summary>The desk's day as it stood when a member of the desk closed it; one a day.</summary>
internal sealed class DayClosing
{
    public required DateOnly Day { get; init; }

    /// <summary>JSON: word of the <see cref="DayFigure"/> to its number.</summary>
    public required string Counts { get; init; }

    public string? Note { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required string Capacity { get; init; }

    public required DateTime At { get; init; }
}
