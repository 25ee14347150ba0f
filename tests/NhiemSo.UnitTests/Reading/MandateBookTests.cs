using NhiemSo.Mandate.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Reading;

/// <summary>The committed rule book is the reading of the committed decision plus the codes of the units; nothing else was typed in.</summary>
public sealed class MandateBookTests
{
    private static readonly Dictionary<string, string> UnitCodes = new(StringComparer.Ordinal) { ["1"] = "VP", ["2"] = "TTRA", ["3"] = "CNTT", ["4"] = "TTBC" };

    [Fact]
    public void The_rule_book_is_the_reading_of_the_decision() =>
        File.ReadAllText(Path.Combine(Corpus.Mandate, "mandate.yaml")).ShouldBe(MandateBook.Draft(Corpus.ReadText(Corpus.Decision), "qd-55-2024", UnitCodes).ToYaml());
}
