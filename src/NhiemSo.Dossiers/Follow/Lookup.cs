using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
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

    public async Task<Outcome<Guid>> FindAsync(string? code, string? lastFour, IPAddress? address, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code)) return Problem.Field("Code", "Nhập mã tra cứu hoặc mã hồ sơ.");
        if (lastFour?.Trim() is not { Length: 4 } digits || !digits.All(char.IsAsciiDigit)) return Problem.Field("LastFour", "Nhập bốn số cuối của điện thoại bạn đã khai.");
        var typed = Submission.ReadCode(code);
        var found = await (from d in db.Set<Dossier>() join m in db.Set<Matter>() on d.Id equals m.Id where d.LookupCode == typed || m.Number == typed select new { d.Id, d.Phone }).FirstOrDefaultAsync(ct);

        // A dossier has two codes: both count on it, so that the second doesn't give five more tries.
        string[] keys = [Key("address:" + Network(address)), Key("code:" + (found?.Id.ToString() ?? typed))];
        var hour = time.UtcNow().ToString("yyyyMMddHH");
        var counted = await work.ActAsync<Done>(c => CountAsync(keys, hour, c), ct);
        if (!counted.Ok) return counted.Problem;
        if (!(Phone.LastFourMatch(found?.Phone ?? "0000000000", digits) && found is not null)) return Unknown;
        await work.ActAsync<Done>(c => TakeBackAsync(keys, hour, c), ct);
        return found.Id;
    }

    /// <summary>Counts the try before it is judged: of guesses sent at the same moment no more than the allowed are looked at.</summary>
    private async Task<Outcome<Done>> CountAsync(string[] keys, string hour, CancellationToken ct)
    {
        await db.Set<LookupTry>().Where(t => string.Compare(t.Hour, hour) < 0).ExecuteDeleteAsync(ct);
        var tries = await db.Set<LookupTry>().Where(t => keys.Contains(t.Key) && t.Hour == hour).ToListAsync(ct);
        if (tries.Any(t => t.Count >= TriesAnHour)) return Problem.TooMany("Trong giờ này đã có năm lần nhập không đúng, từ mạng bạn đang dùng hoặc với mã này. Đợi sang giờ sau rồi nhập lại, hoặc hỏi Bộ phận Tiếp nhận và Trả kết quả.");
        foreach (var key in keys)
        {
            if (tries.Find(t => t.Key == key) is { } known) known.Count++;
            else db.Add(new LookupTry { Key = key, Hour = hour, Count = 1 });
        }

        return Done.Yes;
    }

    /// <summary>A right answer is no failed try.</summary>
    private async Task<Outcome<Done>> TakeBackAsync(string[] keys, string hour, CancellationToken ct)
    {
        foreach (var known in await db.Set<LookupTry>().Where(t => keys.Contains(t.Key) && t.Hour == hour && t.Count > 0).ToListAsync(ct)) known.Count--;
        return Done.Yes;
    }

    /// <summary>An IPv6 line has a whole /64 to itself: its first half stands for it.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
