namespace NhiemSo.Platform.Search.Asking;

/// <summary>
/// Orders provisions by the share of the question's weight that they say: in one statement, elsewhere in the provision, or only above it.
/// Below the threshold nothing is an answer: silence tells more than a provision that shares "giấy phép" with the question.
/// </summary>
internal static class Ranking
{
    private const double Threshold = 0.5, Despite = 0.6, LowThreshold = 0.25, Telling = 9, TellingDespite = 18, Near = 0.6, InWhole = 0.8, InHeadings = 0.75, InUnit = 0.5, InEveryday = 0.8, Once = 0.8, HeadingToo = 0.1, OtherWords = 0.95, Replaced = 0.6, Heading = 0.8, Lengthy = 0.02;

    private const int Most = 10;

    public static IReadOnlyList<AskedAnswer> Rank(Question question, MandateIndex index)
    {
        var ranked = Order(question, index);
        return ranked.Count == 0 || !Answers(ranked[0].Score, question) ? [] : [.. ranked.Where(a => a.Score >= ranked[0].Score * Near).Select(a => a with { Score = Math.Min(1, a.Score) })];
    }

    /// <summary>The nearest provisions, whether they answer or not.</summary>
    internal static IReadOnlyList<AskedAnswer> Order(Question question, MandateIndex index) => question.Weight == 0
        ? []
        : [.. index.Provisions.Select(p => new AskedAnswer(p.Provision, Math.Round(Score(question, p) / question.Weight, 3))).OrderByDescending(a => a.Score).Take(Most)];

    // A small share still answers when what it says is rare enough; where another office's matter is named by the way, when it is much.
    private static bool Answers(double share, Question question) =>
        share >= (question.Elsewhere ? Despite : Threshold) || (share >= LowThreshold && share * question.Weight >= (question.Elsewhere ? TellingDespite : Telling));

    private static double Score(Question question, IndexedProvision provision) =>
        provision.Statements.Max(s => Said(question, provision, s) * (1 - (Lengthy * Math.Log(1 + s.Length)))) * (provision.Provision.HasParts ? Heading : 1);

    private static double Said(Question question, IndexedProvision provision, Passage statement)
    {
        var meanings = question.Meanings.Select(m => (Meaning: m, Share: Share(m, provision, statement))).ToList();
        var said = 0.0;
        foreach (var sought in question.Sought)
        {
            var covers = Covers(sought, provision, statement);
            foreach (var (meaning, share) in meanings)
            {
                if (!meaning.Covers(sought)) continue;
                // "in sách" means a printing house, not a shelf of books: its single words count less than what they stand for.
                if (!sought.IsPair && meaning.To - meaning.From > 1) covers *= Replaced;
                covers = Math.Max(covers, share * OtherWords);
            }

            said += sought.Weight * covers;
        }

        return said;
    }

    // Half of a phrase is hardly its meaning.
    private static double Share(Meaning meaning, IndexedProvision provision, Passage statement)
    {
        // A unit that is named is meant with all that it does.
        if (meaning.Phrase.All(s => s.Forms.Any(form => provision.Unit.Has(form.Key)))) return 1;
        var share = meaning.Phrase.Sum(s => s.Weight * Covers(s, provision, statement)) / meaning.Weight;
        return share * share;
    }

    private static double Covers(Sought sought, IndexedProvision provision, Passage statement)
    {
        var best = 0.0;
        foreach (var (word, likeness) in sought.Forms)
        {
            var place = statement.Has(word) ? 1 : provision.Whole.Has(word) ? InWhole : provision.Headings.Has(word) ? InHeadings - HeadingToo : provision.Everyday.TryGetValue(word, out var share) ? InEveryday * (Once + ((1 - Once) * share)) : provision.Unit.Has(word) ? InUnit : 0;
            best = Math.Max(best, likeness * (place + (provision.Headings.Has(word) ? HeadingToo : 0)));
        }

        return best;
    }
}
