using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Review;

/// <summary>How provisions are named to the reviewer.</summary>
internal static class NodeWords
{
    /// <summary>The ways a provision may be numbered; an annexed text is none of them.</summary>
    public static readonly IReadOnlyList<Choice> Styles =
    [
        Of(Style.Division), Of(Style.Chapter), Of(Style.Section), Of(Style.Article), Of(Style.Roman), Of(Style.Letter), Of(Style.Clause), Of(Style.Decimal), Of(Style.Point), Of(Style.Dash), Of(Style.Plus),
    ];

    public static string Name(Style style) => style switch
    {
        Style.Root => "Văn bản kèm theo",
        Style.Division => "Phần",
        Style.Chapter => "Chương",
        Style.Section => "Mục",
        Style.Article => "Điều",
        Style.Roman => "Số La Mã (I, II)",
        Style.Letter => "Chữ hoa (A, B)",
        Style.Clause => "Khoản (1, 2)",
        Style.Decimal => "Mục con (1.1, 1.2)",
        Style.Point => "Điểm (a, b)",
        Style.Dash => "Gạch đầu dòng",
        _ => "Dấu cộng",
    };

    /// <summary>"Điều 1", "3.3.1.", "a)", "–".</summary>
    public static string Label(OutlineNode node) => node.Style switch
    {
        Style.Root => "Kèm theo",
        Style.Division => $"Phần {node.Label}",
        Style.Chapter => $"Chương {node.Label}",
        Style.Section => $"Mục {node.Label}",
        Style.Article => $"Điều {node.Label}.",
        Style.Point => $"{node.Label})",
        Style.Dash => "–",
        Style.Plus => "+",
        _ => $"{node.Label}.",
    };

    /// <summary>Label and first words.</summary>
    public static string Short(OutlineNode node)
    {
        var words = (node.Heading ?? node.Text ?? "").Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return $"{Label(node)} {string.Join(' ', words.Take(8))}{(words.Length > 8 ? " …" : "")}".TrimEnd();
    }

    private static Choice Of(Style style) => new(style.ToString(), Name(style));
}
