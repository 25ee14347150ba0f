using System.Text.Json;
using NhiemSo.Mandate.Review;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Mandate.Reading;

/// <summary>The reviewed result of reading a decision: which units and which duties it makes.</summary>
/// <param name="Corrections">What people corrected in the reading before it was put in force.</param>
internal sealed record MandateRule(string Code, string Name, DateOnly From, IReadOnlyList<MandateUnit> Units, IReadOnlyList<string> Duties, IReadOnlyList<Correction> Corrections);

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

        return new MandateRule(book.Code, book.Name, book.From, [.. content.NeedItems("units").Select(Unit)], content.Texts("duties"), Corrections(content));
    }

    private static List<Correction> Corrections(YamlNodeReader content)
    {
        var corrections = new List<Correction>();
        foreach (var (text, at) in content.Texts("corrections").Select((t, i) => (t, i + 1)))
            try
            {
                corrections.Add(Correction.FromJson(text));
            }
            catch (JsonException)
            {
                content.Fault("corrections", $"Không đọc được lần sửa thứ {at}. Xuất lại sổ này từ trang rà soát.");
            }

        return corrections;
    }

    private static MandateUnit Unit(YamlNodeReader item)
    {
        var unit = new MandateUnit(item.NeedText("code"), item.NeedText("name"), item.NeedText("chapter"), item.Text("function"), item.Texts("positions"));
        item.Finish();
        return unit;
    }
}
