using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Rules.Screens;

/// <summary>What the rule pages say alike.</summary>
internal static class RuleWords
{
    public static bool MayKeep(Reader reader) => reader.Has(Role.Admin) || reader.Has(Role.Leader);

    public static string Level(Confidence level) => level switch
    {
        Confidence.SourceSeen => "đã thấy nguồn",
        Confidence.KnownNotSeen => "biết nhưng chưa mở nguồn",
        Confidence.Designed => "do người soạn đề xuất",
        _ => "chưa biết",
    };

    public static string Source(DoubtfulFact fact) => string.Join(". ", new[] { fact.Source?.Title, fact.Note }.OfType<string>()) is { Length: > 0 } words ? words : "chưa có nguồn";

    public static string Span(DateOnly from, DateOnly? to) => $"từ {from:dd/MM/yyyy}{(to is { } end ? $" đến {end:dd/MM/yyyy}" : "")}";
}
