using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Account;

/// <summary>How a number and a dossier were proved, for applicants and staff alike.</summary>
internal static class AccountWords
{
    public static string? Of(AccountWay? way) => way switch
    {
        AccountWay.HandedIn => "nộp khi đã đăng nhập",
        AccountWay.Code => "thêm bằng mã hồ sơ",
        AccountWay.Number => "thêm theo số điện thoại đã xác nhận",
        _ => null,
    };

    public static string OfNumber(ApplicantAccount account) =>
        account.ProvedAt is { } at ? $"Số điện thoại đã xác nhận bằng tin nhắn ngày {Wording.Date(Vietnam.Day(at))}." : "Số điện thoại chưa xác nhận bằng tin nhắn; mỗi hồ sơ thêm bằng mã của hồ sơ.";
}
