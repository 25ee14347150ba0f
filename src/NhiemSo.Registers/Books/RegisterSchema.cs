using NhiemSo.Platform.Forms;

namespace NhiemSo.Registers.Books;

/// <summary>What a register holds: columns, states of its entries, which column is its number.</summary>
/// <param name="Field">Field of administration, e.g. <c>xuat-ban</c>.</param>
/// <param name="Written">First day of the book: its duty is one of the decision in force then.</param>
/// <param name="Duty">Provision of the mandate, e.g. <c>4.3.2.a</c>.</param>
/// <param name="KeyColumn">Unique within the register.</param>
/// <param name="KeyBook">Document book the key is drawn from; null when it is typed.</param>
/// <param name="TitleColumn">Names an entry in lists and search.</param>
/// <param name="ExpiryColumn">Last day on which an entry is in force; null when its entries don't end by themselves.</param>
/// <param name="Suspension">How a suspension ends by itself; null when its entries are suspended without an end day, or never.</param>
/// <param name="PublicFile">Anyone who holds the verification address may fetch the signed paper.</param>
public sealed record RegisterSchema(
    string Code,
    DateOnly Written,
    string Name,
    string Field,
    string Duty,
    string KeyColumn,
    string? KeyBook,
    string TitleColumn,
    string? ExpiryColumn,
    SuspensionRule? Suspension,
    bool PublicFile,
    IReadOnlyList<FieldDefinition> Columns,
    IReadOnlyList<EntryState> States)
{
    public FieldDefinition? Column(string key) => Columns.FirstOrDefault(c => c.Key == key);

    /// <summary>What anyone may see; personal data never is, whatever the book says.</summary>
    public IEnumerable<FieldDefinition> PublicColumns => Columns.Where(c => c is { Public: true, Personal: false });

    public EntryState? State(string id) => States.FirstOrDefault(s => s.Id == id);
}

/// <param name="Public">In words for whoever checks the entry.</param>
/// <param name="InForce">The right it records may be used.</param>
/// <param name="Initial">New entries begin here; one state has it.</param>
/// <param name="Final">The entry is ended for good: nothing more is done to it.</param>
public sealed record EntryState(string Id, string Name, string Public, bool InForce, bool Initial, bool Final);

/// <param name="State">The state in which an entry is suspended.</param>
/// <param name="UntilColumn">Its last day; on the next one the entry is in force again.</param>
public sealed record SuspensionRule(string State, string UntilColumn);
