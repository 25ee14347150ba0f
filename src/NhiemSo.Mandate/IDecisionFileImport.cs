using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate;

/// <summary>What whoever takes in a file says of it.</summary>
/// <param name="From">First day in force of a decision that follows; the text's own when null.</param>
/// <param name="Units">Codes of units by citation of the chapter that makes them; the others get the proposed ones.</param>
/// <param name="WarningsSeen">What the reader found odd was looked at.</param>
public sealed record FileChoice(DateOnly? From, IReadOnlyDictionary<string, string> Units, bool WarningsSeen);

/// <summary>Takes in a decision from any file that can be read (TXT, DOCX, PDF with text), for who sits at the machine.</summary>
public interface IDecisionFileImport
{
    /// <summary>
    /// Puts the decision in force when none is, else plans it as the next one; corrections made on screen to an open reading of the file are
    /// applied. File and reading are kept as if taken in on screen. What is missing or odd in the text is a problem that names it, and
    /// nothing changes; nor does it when the file was taken in already.
    /// </summary>
    Task<Outcome<TakenIn>> TakeInAsync(string path, FileChoice choice, Actor by, CancellationToken ct);
}
