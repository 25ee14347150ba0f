namespace NhiemSo.Platform.Papers;

/// <summary>Every measure of a printed document. Lengths in millimetres, type sizes and gaps in points.</summary>
public sealed record PaperLayout
{
    public required string Name { get; init; }

    public required double WidthMm { get; init; }

    public required double HeightMm { get; init; }

    public required double TopMm { get; init; }

    public required double BottomMm { get; init; }

    public required double LeftMm { get; init; }

    public required double RightMm { get; init; }

    /// <summary>First-line indent of paragraphs.</summary>
    public required double IndentMm { get; init; }

    public required double BodySize { get; init; }

    public required double TableSize { get; init; }

    public required double ParagraphGap { get; init; }

    /// <summary>Line height in "lines": 1 is single spacing of the font.</summary>
    public required double LineSpacing { get; init; }

    /// <summary>Share of the text width given to the left column of the head (issuer); the rest is Quốc hiệu.</summary>
    public required double HeadLeftShare { get; init; }

    public required double NationSize { get; init; }

    public required double MottoSize { get; init; }

    public required double ParentSize { get; init; }

    public required double IssuerSize { get; init; }

    public required double NumberSize { get; init; }

    public required double DateSize { get; init; }

    public required double KindSize { get; init; }

    public required double SubjectSize { get; init; }

    /// <summary>"V/v ..." of a công văn.</summary>
    public required double LetterSubjectSize { get; init; }

    public required double SignatureSize { get; init; }

    /// <summary>Height kept free for the signature.</summary>
    public required double SignatureGap { get; init; }

    public required double CopiesTitleSize { get; init; }

    public required double CopiesSize { get; init; }

    public required double PageNumberSize { get; init; }

    public required double QrMm { get; init; }

    /// <summary>Caption of the QR code and the note at the foot.</summary>
    public required double SmallSize { get; init; }

    /// <summary>
    /// Nghị định 30/2020/NĐ-CP, Phụ lục I. Page: A4 upright, top and bottom 20-25 mm, left 30-35, right 15-20; page number 13-14 in the
    /// top margin. Ô 1 Quốc hiệu 12-13, Tiêu ngữ 13-14; ô 2 both body names 12-13; ô 3 number 13; ô 4 date 13-14; ô 5a title and subject
    /// 13-14; ô 5b "V/v" 12-13; ô 6 text 13-14, indent 1 or 1,27 cm, 6 pt or more between paragraphs, single to 1.5 lines; ô 7 signature
    /// 13-14; ô 9b Nơi nhận 12 and 11. Where the decree leaves a range, the sizes of its own samples.
    /// </summary>
    public static readonly PaperLayout Nd30 = new()
    {
        Name = "nd30",
        WidthMm = 210, HeightMm = 297, TopMm = 20, BottomMm = 20, LeftMm = 30, RightMm = 15,
        IndentMm = 12.7, BodySize = 14, TableSize = 13, ParagraphGap = 6, LineSpacing = 1.1,
        HeadLeftShare = 0.42, NationSize = 12, MottoSize = 13, ParentSize = 12, IssuerSize = 12, NumberSize = 13, DateSize = 13,
        KindSize = 14, SubjectSize = 14, LetterSubjectSize = 12,
        SignatureSize = 14, SignatureGap = 72, CopiesTitleSize = 12, CopiesSize = 11,
        PageNumberSize = 13, QrMm = 22, SmallSize = 9,
    };

    /// <summary>The same with the smaller of the sizes that the decree allows for text: for a document that should stay on one sheet.</summary>
    public static readonly PaperLayout Nd30Small = Nd30 with
    {
        Name = "nd30-13",
        BodySize = 13,
        TableSize = 12,
        LineSpacing = 1,
        KindSize = 13,
        SubjectSize = 13,
        SignatureSize = 13,
    };

    /// <summary>
    /// Forms 01-05 of the one-stop office: A5 by Thông tư 01/2018/TT-VPCP Điều 9. The circular's own form files were not seen and
    /// Nghị định 30/2020 no longer knows A5, so the type sizes here are ours: as near to the decree's as a half sheet lets them be.
    /// </summary>
    public static readonly PaperLayout OneStopA5 = new()
    {
        Name = "mot-cua-a5",
        WidthMm = 148, HeightMm = 210, TopMm = 12, BottomMm = 12, LeftMm = 16, RightMm = 11,
        IndentMm = 0, BodySize = 10, TableSize = 9.5, ParagraphGap = 1.5, LineSpacing = 1,
        HeadLeftShare = 0.45, NationSize = 9, MottoSize = 9.5, ParentSize = 9, IssuerSize = 9, NumberSize = 9, DateSize = 9.5,
        KindSize = 12, SubjectSize = 11, LetterSubjectSize = 10,
        SignatureSize = 10, SignatureGap = 30, CopiesTitleSize = 10, CopiesSize = 9,
        PageNumberSize = 10, QrMm = 15, SmallSize = 8,
    };

    /// <summary>Mẫu 06, the follow-up book: A4 by the same Điều 9; lying, since it has fifteen columns.</summary>
    public static readonly PaperLayout OneStopBook = OneStopA5 with
    {
        Name = "mot-cua-a4-ngang",
        WidthMm = 297,
        HeightMm = 210,
        TopMm = 15,
        BottomMm = 15,
        LeftMm = 20,
        RightMm = 12,
        BodySize = 11,
        TableSize = 7.5,
        NationSize = 11,
        MottoSize = 11.5,
        ParentSize = 11,
        IssuerSize = 11,
        NumberSize = 11,
        DateSize = 11.5,
        KindSize = 13,
        SubjectSize = 12,
    };

    /// <summary>The layouts a template may name.</summary>
    public static readonly IReadOnlyList<PaperLayout> All = [Nd30, Nd30Small, OneStopA5, OneStopBook];

    internal const float PointsPerMm = 72f / 25.4f;

    internal float Width => (float)WidthMm * PointsPerMm;

    internal float Height => (float)HeightMm * PointsPerMm;

    internal float Left => (float)LeftMm * PointsPerMm;

    internal float Top => (float)TopMm * PointsPerMm;

    internal float Bottom => (float)(HeightMm - BottomMm) * PointsPerMm;

    /// <summary>Width of the text area.</summary>
    internal float Measure => (float)(WidthMm - LeftMm - RightMm) * PointsPerMm;

    internal float Indent => (float)IndentMm * PointsPerMm;
}
