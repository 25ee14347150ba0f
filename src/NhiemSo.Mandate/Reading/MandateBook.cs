using NhiemSo.Platform.Rules.Books;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NhiemSo.Mandate.Reading;

/// <summary>
/// The reviewed result of a reading as a rule book (rules/mandates/CODE/mandate.yaml). The decision gives everything but the book's code and the units' codes,
/// which the reviewer adds; texts of duties stay in the decision, the book cites them.
/// </summary>
internal sealed record MandateBook
{
    public string Kind { get; init; } = "mandate";

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public BookPeriod Effective { get; init; } = new();

    public Dictionary<string, BookSource> Sources { get; init; } = [];

    public List<BookReference> Replaces { get; init; } = [];

    public List<BookUnit> Units { get; init; } = [];

    public List<string> Duties { get; init; } = [];

    /// <summary>What people corrected in the reading of the decision, in their order, each as JSON on a line; with them the decision's file gives this book again.</summary>
    [YamlMember(DefaultValuesHandling = DefaultValuesHandling.OmitNull)]
    public List<string>? Corrections { get; init; }

    /// <param name="unitCodes">Citation of a unit to its code; a unit without one gets null, to be filled in.</param>
    public static MandateBook Draft(DecisionReading reading, string code, IReadOnlyDictionary<string, string> unitCodes)
    {
        var header = reading.Header;
        return new MandateBook
        {
            Code = code,
            Name = $"{header.Type} số {header.Number}: {header.Title}",
            Effective = new BookPeriod { From = Written(reading.EffectiveFrom) },
            Sources = { ["decision"] = new BookSource { Title = $"{header.Type} số {header.Number} ngày {header.Date:dd/MM/yyyy} của {header.Issuer}", File = "decision.txt", Evidence = "S" } },
            Replaces = reading.Replaces.Select(r => new BookReference { Number = r.Number, Date = Written(r.Date) }).ToList(),
            Units = reading.Units.Select(u => new BookUnit { Code = unitCodes.GetValueOrDefault(u.Citation), Name = u.Name, Chapter = u.Citation, Function = u.Function, Positions = [.. u.Positions] }).ToList(),
            Duties = [.. reading.Duties],
        };
    }

    public string ToYaml() => BookText.Canonical(new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithQuotingNecessaryStrings().WithNewLine("\n").WithIndentedSequences().Build().Serialize(this));

    private static string? Written(DateOnly? date) => date?.ToString("yyyy-MM-dd");
}

/// <summary>Days as yyyy-MM-dd; null is open.</summary>
internal sealed record BookPeriod
{
    public string? From { get; init; }

    public string? To { get; init; }
}

internal sealed record BookSource
{
    public string Title { get; init; } = "";

    public string File { get; init; } = "";

    public string Evidence { get; init; } = "";
}

internal sealed record BookReference
{
    public string Number { get; init; } = "";

    public string? Date { get; init; }
}

internal sealed record BookUnit
{
    public string? Code { get; init; }

    public string Name { get; init; } = "";

    public string Chapter { get; init; } = "";

    public string? Function { get; init; }

    public List<string> Positions { get; init; } = [];
}
