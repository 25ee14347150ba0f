using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Follow;

/// <summary>
/// Finds a dossier for somebody who isn't signed in: its code and the last four digits of the phone, five tries an hour for
/// each address and each code. Found with wrong digits and not found answer alike and do the same work.
/// </summary>
internal sealed class Lookup(DepartmentDb db, Tries tries)
{
    public const int TriesAnHour = 5;

    public static readonly Problem Unknown = Problem.Invalid(
        "Không thấy hồ sơ nào khớp với mã và bốn số này.",
        new FieldFault("Code", "Không thấy hồ sơ nào khớp với mã và bốn số này. Kiểm tra lại mã trên giấy hẹn và số điện thoại bạn đã khai."));

    public async Task<Outcome<Guid>> FindAsync(string? code, string? lastFour, IPAddress? address, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code)) return Problem.Field("Code", "Nhập mã tra cứu hoặc mã hồ sơ.");
        if (lastFour?.Trim() is not { Length: 4 } digits || !digits.All(char.IsAsciiDigit)) return Problem.Field("LastFour", "Nhập bốn số cuối của điện thoại bạn đã khai.");
        var typed = Submission.ReadCode(code);
        var found = await (from d in db.Set<Dossier>() join m in db.Set<Matter>() on d.Id equals m.Id where d.LookupCode == typed || m.Number == typed select new { d.Id, d.Phone }).FirstOrDefaultAsync(ct);

        // A dossier has two codes: both count on it, so that the second doesn't give five more tries.
        string[] keys = [Tries.Key("address", address), Tries.Key("code", found?.Id.ToString() ?? typed)];
        var counted = await tries.CountAsync(TriesAnHour, "Trong giờ này đã có năm lần nhập không đúng, từ mạng bạn đang dùng hoặc với mã này. Đợi sang giờ sau rồi nhập lại, hoặc hỏi Bộ phận Tiếp nhận và Trả kết quả.", keys, ct);
        if (!counted.Ok) return counted.Problem;
        if (!(Phone.LastFourMatch(found?.Phone ?? "0000000000", digits) && found is not null)) return Unknown;
        await tries.TakeBackAsync(keys, ct);
        return found.Id;
    }
}
