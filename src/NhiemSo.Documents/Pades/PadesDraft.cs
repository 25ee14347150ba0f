namespace NhiemSo.Documents.Pades;

/// <summary>A PDF that waits for its signature. <see cref="Prepared"/> goes to the file store, <see cref="State"/> is a small JSON.</summary>
internal sealed record PadesDraft(byte[] Prepared, PadesDraftState State);

/// <param name="FieldName">The signature field in the PDF.</param>
/// <param name="PreparedHash">SHA-256 of the prepared PDF: a draft whose file changed meanwhile is not completed.</param>
/// <param name="DigestToSign">SHA-256 of the signed attributes: what the signer signs.</param>
/// <param name="SignedAttributes">DER (RFC 5652, 5.4): content type, message digest, signing-certificate-v2.</param>
/// <param name="Certificates">DER, the signer's first.</param>
/// <param name="ContentsOffset">Where the reserved hexadecimal digits begin in the prepared PDF.</param>
/// <param name="ContentsLength">How many digits are reserved.</param>
internal sealed record PadesDraftState(
    string FieldName,
    byte[] PreparedHash,
    byte[] DigestToSign,
    byte[] SignedAttributes,
    IReadOnlyList<byte[]> Certificates,
    int ContentsOffset,
    int ContentsLength);
