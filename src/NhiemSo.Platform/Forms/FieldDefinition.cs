namespace NhiemSo.Platform.Forms;

/// <summary>The one vocabulary of fields, for online forms, registers, filters, import, export and templates.</summary>
public enum FieldType
{
    Text,
    LongText,
    Number,

    /// <summary>Whole đồng.</summary>
    Money,
    Date,
    Period,
    Choice,
    YesNo,
    Person,
    Organisation,
    Address,

    /// <summary>Point, line or area on the map.</summary>
    Place,
    File,
    Table,
    RegisterRef,
}

/// <param name="Value">What is stored.</param>
/// <param name="Label">What is shown.</param>
public sealed record FieldOption(string Value, string Label);

/// <param name="Key">Lower-case ASCII with '_', unique in its form or register.</param>
/// <param name="Min">Least number or amount, or least length of a text; null when free.</param>
/// <param name="Max">Greatest number or amount, greatest length of a text, or greatest count of table rows.</param>
/// <param name="Pattern">Name of a pattern (<see cref="FieldPatterns"/>).</param>
/// <param name="Columns">Of a table.</param>
/// <param name="Register">Code of the register a reference points into.</param>
/// <param name="Personal">Personal data: masked, opening is logged, erasable.</param>
/// <param name="Public">May be shown to anyone.</param>
/// <param name="Index">Kept in the side table for filters and order.</param>
/// <param name="NotAfterToday">A day that can't lie ahead: when a paper was issued, when the form was made.</param>
/// <param name="Messages">What to say instead of the standard sentence, by <see cref="FieldReader.MessageKeys"/>.</param>
public sealed record FieldDefinition(
    string Key,
    FieldType Type,
    string Label,
    string? Help,
    bool Required,
    decimal? Min,
    decimal? Max,
    string? Pattern,
    IReadOnlyList<FieldOption> Options,
    IReadOnlyList<FieldDefinition> Columns,
    string? Register,
    bool Personal,
    bool Public,
    bool Index,
    bool NotAfterToday,
    IReadOnlyDictionary<string, string> Messages);

/// <summary>Fields asked on one page of a form.</summary>
public sealed record FieldGroup(string Id, string Title, string? Help, IReadOnlyList<FieldDefinition> Fields);
