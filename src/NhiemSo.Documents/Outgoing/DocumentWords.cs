using NhiemSo.Documents.Model;
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
}
