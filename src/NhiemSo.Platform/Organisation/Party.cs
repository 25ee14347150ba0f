namespace NhiemSo.Platform.Organisation;

public enum PartyKind
{
    Person,
    Organisation,
}

/// <summary>
/// Someone the department deals with. One row per natural or legal person: found again by tax code or personal number,
/// else by folded name; two rows of one person are merged, never deleted.
/// </summary>
public sealed class Party
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required PartyKind Kind { get; set; }

    public required string Name { get; set; }

    public required string FoldName { get; set; }

    /// <summary>Mã số thuế or mã số doanh nghiệp, of organisations.</summary>
    public string? TaxCode { get; set; }

    /// <summary>Số định danh cá nhân, of persons. Personal data.</summary>
    public string? PersonalNumber { get; set; }

    public string? Address { get; set; }

    /// <summary>Personal data.</summary>
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public Guid? MergedIntoId { get; set; }

    public bool Demo { get; set; }
}
