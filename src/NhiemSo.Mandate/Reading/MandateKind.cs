using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Mandate.Reading;

/// <summary>The reviewed result of reading a decision: which units and which duties it makes.</summary>
internal sealed record MandateRule(string Code, string Name, DateOnly From, IReadOnlyList<MandateUnit> Units, IReadOnlyList<string> Duties);

/// <param name="Chapter">Citation of the provision that makes the unit.</param>
internal sealed record MandateUnit(string Code, string Name, string Chapter, string? Function, IReadOnlyList<string> Positions);

/// <summary><c>rules/mandates/CODE/mandate.yaml</c>, beside the decision's own text.</summary>
internal sealed class MandateKind : IRuleKind
{
    public string Kind => "mandate";

    public string Folder => "mandates";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        foreach (var replaced in content.Items("replaces"))
        {
            replaced.NeedText("number");
            replaced.Date("date");
            replaced.Finish();
        }

        return new MandateRule(book.Code, book.Name, book.From, [.. content.NeedItems("units").Select(Unit)], content.Texts("duties"));
    }

    private static MandateUnit Unit(YamlNodeReader item)
    {
        var unit = new MandateUnit(item.NeedText("code"), item.NeedText("name"), item.NeedText("chapter"), item.Text("function"), item.Texts("positions"));
        item.Finish();
        return unit;
    }
}
