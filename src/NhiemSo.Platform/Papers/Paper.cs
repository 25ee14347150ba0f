namespace NhiemSo.Platform.Papers;

/// <summary>
/// One official document, as it is read: written to PDF by <see cref="PaperPdf"/> and to DOCX by <see cref="PaperDocx"/>.
/// It says what stands on the paper; how big and where is <see cref="PaperLayout"/>.
/// </summary>
public sealed record Paper
{
    public required PaperLayout Layout { get; init; }

    public required PaperHeader Header { get; init; }

    public required PaperTitle Title { get; init; }

    /// <summary>Kính gửi (ô 9a): one stands in the line of "Kính gửi:", several one a line.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Who issues, in capitals, above the căn cứ of a quyết định or giấy phép ("GIÁM ĐỐC SỞ ..."); null: no such line.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Căn cứ ban hành (ô 6), without the closing mark: ";" and "." are set by the writers.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    public IReadOnlyList<PaperBlock> Body { get; init; } = [];

    /// <summary>One stands on the right with Nơi nhận to its left; two stand side by side, in this order.</summary>
    public IReadOnlyList<PaperSignature> Signatures { get; init; } = [];

    /// <summary>Nơi nhận (ô 9b) without dash and closing mark, "Như trên" first and "Lưu: VT, ..." last. Empty: not shown.</summary>
    public IReadOnlyList<string> CopiesTo { get; init; } = [];

    public PaperQr? Qr { get; init; }

    /// <summary>A small line at the foot of each page, as "Mẫu chưa đối chiếu"; null: none.</summary>
    public string? Note { get; init; }

    /// <summary>Author in the file's properties: the issuing body.</summary>
    public string Author => Header.Issuer;

    /// <summary>Title in the file's properties.</summary>
    public string FileTitle => Title.Subject is { Length: > 0 } subject ? $"{Title.Kind} {subject}".Trim() : Title.Kind ?? "";
}

/// <summary>The head of the first page (ô 1-4 of Phụ lục I, Nghị định 30/2020/NĐ-CP); Quốc hiệu and Tiêu ngữ are always there.</summary>
/// <param name="Parent">Tên cơ quan chủ quản trực tiếp, null when there is none.</param>
/// <param name="Issuer">Tên cơ quan ban hành, in capitals as it is printed.</param>
/// <param name="NumberLine">"Số: 05/GP-STTTT", see <see cref="PaperWords.NumberLine"/>; null: no such line.</param>
/// <param name="DateLine">"Khánh Hòa, ngày 28 tháng 3 năm 2024", see <see cref="PaperWords.DateLine"/>; null: no such line.</param>
public sealed record PaperHeader(string? Parent, string Issuer, string? NumberLine, string? DateLine);

/// <param name="Kind">Tên loại in capitals ("GIẤY PHÉP"); null for a công văn, whose subject stands as "V/v ..." under its number.</param>
/// <param name="Subject">Trích yếu nội dung; null: none.</param>
public sealed record PaperTitle(string? Kind, string? Subject);

/// <param name="Authority">Quyền hạn and chức vụ, one a line: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" (ô 7a).</param>
/// <param name="Name">Họ tên (ô 7b); null leaves room to write it.</param>
/// <param name="Hint">"(Ký, ghi rõ họ tên)" under the authority; null: none.</param>
/// <param name="Image">PNG of the signature (ô 7c), null before signing.</param>
/// <param name="Seal">PNG of the organisation's seal in real size at 300 dpi (ô 8), laid over a third of the signature on its left.</param>
public sealed record PaperSignature(
    IReadOnlyList<string> Authority, string? Name, string? Hint = null, ReadOnlyMemory<byte>? Image = null, ReadOnlyMemory<byte>? Seal = null);

/// <summary>Where the QR code stands.</summary>
public enum QrPlace
{
    /// <summary>On the first page, on the left under number and symbol.</summary>
    Header,

    /// <summary>After the end of the document: under Nơi nhận, or under two signatures.</summary>
    Closing,
}

/// <param name="Content">What a reader gets, as a verification address.</param>
/// <param name="Caption">Small text beside it; says what it is for.</param>
public sealed record PaperQr(string Content, string Caption, QrPlace Place);
