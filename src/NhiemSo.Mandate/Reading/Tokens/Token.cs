namespace NhiemSo.Mandate.Reading.Tokens;

/// <summary>The ways a provision is numbered, from the outside in.</summary>
internal enum Style
{
    Root,
    Division,
    Chapter,
    Section,
    Article,
    Roman,
    Letter,
    Clause,
    Decimal,
    Point,
    Dash,
    Plus,
}

/// <summary>The label that starts a line.</summary>
/// <param name="Label">As written, without punctuation: "Điều 3" gives "3", "3.3.1." gives "3.3.1".</param>
/// <param name="Ordinal">Place in its sequence, from 1; 0 for dashes, which have no number.</param>
/// <param name="Mark">The character that closes the label: two lists with different marks are different lists.</param>
/// <param name="Rest">Where the text after the label starts.</param>
/// <param name="Misprinted">Its word is not written right ("Điêu 3"): a label only where it goes on in its sequence.</param>
internal readonly record struct Token(Style Style, string Label, int Ordinal, char Mark, int Rest, bool Misprinted = false);
