namespace NhiemSo.Dossiers.Figures;

/// <summary>A form as it stood when somebody closed its figures (chốt số liệu): what happens later doesn't change it. Rows are only added.</summary>
internal sealed class FormSnapshot
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Code of the report's rule book.</summary>
    public required string Form { get; init; }

    /// <summary>Hash of the version by which it was filled in.</summary>
    public required string FormVersion { get; init; }

    public required string PeriodKey { get; init; }

    public required string PeriodName { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>JSON of the <see cref="FormRow"/>s.</summary>
    public required string Rows { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required string Capacity { get; init; }

    public string? Note { get; init; }

    public required DateTime At { get; init; }
}
