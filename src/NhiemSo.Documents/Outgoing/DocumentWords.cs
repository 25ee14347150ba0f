using NhiemSo.Documents.Model;
using NhiemSo.Documents.Pades;
using NhiemSo.Platform.Numbering;

namespace NhiemSo.Documents.Outgoing;

internal static class DocumentWords
{
    /// <summary>Kind and title in one line; a title that begins with its kind isn't told it twice.</summary>
    public static string Named(Document d) => d.Title.StartsWith(d.Type, StringComparison.OrdinalIgnoreCase) ? d.Title : $"{d.Type}: {d.Title}";

    public static string Of(SigningState state) => state switch
    {
        SigningState.Reserved => "Đã giữ số, chờ ký",
        SigningState.AwaitingPerson => "Đang chờ chữ ký số",
        SigningState.PersonSigned => "Đã ký, chờ đóng dấu",
        SigningState.AwaitingOrgan => "Đang đóng dấu",
        SigningState.Issued => "Đã phát hành",
        _ => "Đã hủy",
    };

    public static string Of(NumberState state) => state switch
    {
        NumberState.Reserved => "Đang giữ",
        NumberState.Issued => "Đã phát hành",
        _ => "Đã hủy",
    };

    public static string Of(TimeStampCheck stamp) => stamp switch
    {
        { Valid: false } => "Không hợp lệ",
        { Trusted: false } => $"Do “{stamp.Authority}” cấp; Sở chưa tin cậy tổ chức này",
        _ => $"Do “{stamp.Authority}” cấp",
    };
}
