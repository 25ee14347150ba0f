using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Follow;

/// <summary>
/// Finds a dossier for somebody who isn't signed in: its code and the last four digits of the phone, five tries an hour for
/// each address and each code. Found with wrong digits and not found answer alike and do the same work.
/// </summary>
internal sealed class Lookup(DepartmentDb db, Work work, TimeProvider time)
{
    public const int TriesAnHour = 5;

    public static readonly Problem Unknown = Problem.Invalid(
        "Không thấy hồ sơ nào khớp với mã và bốn số này.",
        new FieldFault("Code", "Không thấy hồ sơ nào khớp với mã và bốn số này. Kiểm tra lại mã trên giấy hẹn và số điện thoại bạn đã khai."));

    public async Task<Outcome<Guid>> FindAsync(string? code, string? lastFour, string address, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code)) return Problem.Field("Code", "Nhập mã tra cứu hoặc mã hồ sơ.");
        if (lastFour?.Trim() is not { Length: 4 } digits || !digits.All(char.IsAsciiDigit)) return Problem.Field("LastFour", "Nhập bốn số cuối của điện thoại bạn đã khai.");
        var typed = code.Trim().ToUpperInvariant();
        string[] keys = [Key("address:" + address), Key("code:" + typed)];
        var hour = time.UtcNow().ToString("yyyyMMddHH");
        var found = await (from d in db.Set<Dossier>() join m in db.Set<Matter>() on d.Id equals m.Id where d.LookupCode == typed || m.Number == typed select new { d.Id, d.Phone }).FirstOrDefaultAsync(ct);
        var right = Phone.LastFourMatch(found?.Phone ?? "0000000000", digits) && found is not null;
        var answered = await work.ActAsync<Guid?>(async c =>
        {
            var tries = await db.Set<LookupTry>().Where(t => keys.Contains(t.Key) && t.Hour == hour).ToListAsync(c);
            if (tries.Any(t => t.Count >= TriesAnHour)) return Problem.TooMany("Bạn đã thử năm lần trong giờ này. Đợi sang giờ sau, hoặc gọi Bộ phận Tiếp nhận và Trả kết quả.");
            if (right) return (Guid?)found!.Id;
            foreach (var key in keys)
            {
                if (tries.Find(t => t.Key == key) is { } known) known.Count++;
                else db.Add(new LookupTry { Key = key, Hour = hour, Count = 1 });
            }

            // The failed try is what this act saves; that nothing was found is told below.
            return Outcome.Of<Guid?>(null);
        }, ct);
        return !answered.Ok ? answered.Problem : answered.Value is { } id ? id : Unknown;
    }

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
