namespace NhiemSo.Dossiers.Decide;

/// <summary>
/// From a day on, who decides a procedure of which the mandate says "trình cấp có thẩm quyền hoặc thực hiện theo phân cấp": the province,
/// to which the department submits, or the department itself. Rows are only added; the latest day not in the future counts.
/// </summary>
internal sealed class DecisionRule
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Procedure { get; init; }

    /// <summary>True: the province decides.</summary>
    public required bool Above { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The paper that says so: number, day, whose.</summary>
    public required string Basis { get; init; }

    public required string ByName { get; init; }

    public required DateTime At { get; init; }
}
