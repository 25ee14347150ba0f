using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Limits;

/// <summary>How often something may be tried within an hour, by whoever isn't known: by address and by what it is tried on. Shared by all nodes.</summary>
public sealed class Tries(DepartmentDb db, Work work, TimeProvider time)
{
    private string Hour => time.UtcNow().ToString("yyyyMMddHH");

    /// <summary>Counts the try before it is judged: of guesses sent at the same moment no more than <paramref name="most"/> are looked at. An act of its own.</summary>
    /// <param name="tooMany">What whoever tried too often is told to do.</param>
    /// <param name="keys">Of <see cref="Key(string, string)"/>; each counts.</param>
    public Task<Outcome<Done>> CountAsync(int most, string tooMany, IReadOnlyList<string> keys, CancellationToken ct) => work.ActAsync<Done>(async c =>
    {
        var hour = Hour;
        await db.Set<Try>().Where(t => string.Compare(t.Hour, hour) < 0).ExecuteDeleteAsync(c);
        var tries = await db.Set<Try>().Where(t => keys.Contains(t.Key) && t.Hour == hour).ToListAsync(c);
        if (tries.Any(t => t.Count >= most)) return Problem.TooMany(tooMany);
        foreach (var key in keys)
        {
            if (tries.Find(t => t.Key == key) is { } known) known.Count++;
            else db.Add(new Try { Key = key, Hour = hour, Count = 1 });
        }

        return Done.Yes;
    }, ct);

    /// <summary>A right answer is no failed try.</summary>
    public Task TakeBackAsync(IReadOnlyList<string> keys, CancellationToken ct) => work.ActAsync<Done>(async c =>
    {
        var hour = Hour;
        foreach (var known in await db.Set<Try>().Where(t => keys.Contains(t.Key) && t.Hour == hour && t.Count > 0).ToListAsync(c)) known.Count--;
        return Done.Yes;
    }, ct);

    /// <param name="what">What is tried, e.g. <c>code</c>; tries of one kind don't use up those of another.</param>
    public static string Key(string what, string on) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}:{on}")));

    /// <summary>An IPv6 line has a whole /64 to itself: its first half stands for it.</summary>
    public static string Key(string what, IPAddress? address) => Key(what, address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    });
}
