using NhiemSo.Documents.Signers;

namespace NhiemSo.Documents.Pades;

/// <summary>What is to be signed into a PDF, and how it is to be seen.</summary>
/// <param name="Signer">Certificate and chain; both go into the signature.</param>
/// <param name="SigningTime">Claimed time, UTC; the time stamp proves it.</param>
/// <param name="FieldName">Null: the first free of ChuKy1, ChuKy2, ...</param>
/// <param name="Appearance">Null: invisible.</param>
internal sealed record PadesRequest(
    SignerIdentity Signer,
    DateTime SigningTime,
    string? Reason = null,
    string? Location = null,
    string? FieldName = null,
    SignatureAppearance? Appearance = null);

/// <summary>
/// A visible signature. With picture and lines, the picture takes the left part. Nghị định 30/2020, Phụ lục I says
/// for each kind of signature whether picture or text is shown and where; the caller knows the kind.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="Picture">PNG, fitted into the place without distortion; transparency is kept.</param>
/// <param name="Lines">Printed in the print font of official documents.</param>
/// <param name="FontSize">In points.</param>
internal sealed record SignatureAppearance(
    int Page,
    PageRectangle Place,
    byte[]? Picture = null,
    IReadOnlyList<string>? Lines = null,
    float FontSize = 10);

/// <summary>A rectangle on a page in points (1/72 inch), measured from the lower left corner.</summary>
internal sealed record PageRectangle(float Left, float Bottom, float Width, float Height);
