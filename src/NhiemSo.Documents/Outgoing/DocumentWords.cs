using NhiemSo.Documents.Model;
using NhiemSo.Documents.Pades;
using NhiemSo.Platform.Numbering;

namespace NhiemSo.Documents.Outgoing;

internal static class DocumentWords
{
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
