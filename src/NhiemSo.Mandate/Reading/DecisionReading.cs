using System.Text.Json.Serialization;

namespace NhiemSo.Mandate.Reading;

/// <summary>What a decision on functions, duties, powers and organisation says, provision by provision.</summary>
/// <param name="Header">Who issued what, when.</param>
/// <param name="Bases">The "Căn cứ", "Xét đề nghị" and "Theo đề nghị" paragraphs.</param>
/// <param name="Nodes">Every provision in the order of the text; parents before children.</param>
/// <param name="Units">The organisational units the decision describes.</param>
/// <param name="Duties">Citations of the leaf provisions under duties and powers, in the order of the text.</param>
/// <param name="EffectiveFrom">First day in force; null where the text does not fix a day.</param>
/// <param name="Replaces">Whole documents that this one replaces or repeals.</param>
/// <param name="Recipients">The lines under "Nơi nhận".</param>
/// <param name="Warnings">What is odd in the text, with its line.</param>
internal sealed record DecisionReading(
    Header Header,
    IReadOnlyList<Basis> Bases,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<string> Duties,
    DateOnly? EffectiveFrom,
    IReadOnlyList<DocumentReference> Replaces,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<Warning> Warnings);

/// <summary>What stands in the file before conclusions are drawn from it.</summary>
/// <param name="Roots">The main text first, then the annexed ones.</param>
/// <param name="Lines">The lines as printed, joined where the file broke them, without page furniture.</param>
internal sealed record DecisionParts(
    Header Header,
    IReadOnlyList<Basis> Bases,
    IReadOnlyList<Tree.Root> Roots,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<Lines.Line> Lines);

/// <summary>The head and foot of the document; what it does not say is null.</summary>
/// <param name="Type">The words of the heading, as "Quyết định".</param>
/// <param name="ParentBody">The body above the issuer, when the head names two.</param>
/// <param name="Issuer">The issuing body, not the person.</param>
/// <param name="Number">As 55/QĐ-STTTT, without "Số:".</param>
internal sealed record Header(
    string? Type,
    string? ParentBody,
    string? Issuer,
    string? Number,
    DateOnly? Date,
    string? Place,
    string? Title,
    string? SignerTitle,
    string? SignerName);

/// <summary>One legal basis; number and date are those of the first document it names.</summary>
internal sealed record Basis(string Text, string? Number, DateOnly? Date);

/// <summary>One provision.</summary>
/// <param name="Citation">Unique short form, see <see cref="Tree.Citations"/>.</param>
/// <param name="Display">The legal way to say it: "điểm a mục 3.3.1 khoản 3 Điều 1".</param>
/// <param name="Label">As written, without its punctuation; for a dash its place among its siblings.</param>
/// <param name="Parent">Citation of the parent; null at a root.</param>
/// <param name="Line">Line of the file (paragraph of a DOCX, line over all pages of a PDF) where it starts, from 1.</param>
internal sealed record Node(
    string Citation,
    string Display,
    NodeKind Kind,
    string Label,
    string? Heading,
    string? Text,
    string? Parent,
    int Line);

/// <summary>An organisational unit: where it is named, what it is for, which positions it has.</summary>
internal sealed record Unit(string Name, string Citation, string? Function, IReadOnlyList<string> Positions);

internal sealed record DocumentReference(string Number, DateOnly? Date);

/// <summary>Something a person should look at; <paramref name="Line"/> 0 when it has no place in the text.</summary>
internal sealed record Warning(int Line, string Message);

[JsonConverter(typeof(NodeKindNames))]
internal enum NodeKind
{
    Annex,
    Chapter,
    Section,
    Part,
    Article,
    Clause,
    Subclause,
    Point,
    Dash,
}

internal sealed class NodeKindNames() : JsonStringEnumConverter<NodeKind>(System.Text.Json.JsonNamingPolicy.CamelCase);
