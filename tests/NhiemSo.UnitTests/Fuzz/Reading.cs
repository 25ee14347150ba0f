using System.Globalization;
using System.Security.Cryptography;
using CsCheck;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Mandate.Reading;
using Shouldly;

namespace NhiemSo.UnitTests.Fuzz;

/// <summary>
/// One reader of foreign files under fuzz: whatever the bytes, it answers by value, in a time and with an amount of memory that
/// grow with the file and not with what the file claims. A file that breaks it is left in the folder for temporary files.
/// </summary>
/// <param name="MegaBytes">Allocated whatever the file.</param>
/// <param name="PerByte">Allocated for each byte of the file.</param>
internal sealed record Reading(string Name, Action<byte[]> Read, int MegaBytes = 32, int PerByte = 400)
{
    /// <summary>Files of a short run; a long one takes as many as it can in <see cref="LongSeconds"/>.</summary>
    private const int Short = 300, LongSeconds = 60;

    /// <summary>Of the processor, which a busy machine doesn't lengthen: far above what any file takes, far below what a quadratic reader takes for the largest.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static Reading Decision { get; } = new("decision reader", file => DecisionReader.Read(file, "quyet-dinh"), MegaBytes: 64, PerByte: 4000);

    public void Fuzz(Gen<byte[]> files, bool isLong = false)
    {
        var count = 0L;
        files.Sample(
            file =>
            {
                Interlocked.Increment(ref count);
                Once(file);
            },
            iter: isLong ? -1 : Short, time: isLong ? LongSeconds : -1, print: Kept);
        if (isLong) Measured.Add($"Fuzz: {Name}, damaged files read without an exception and within bounds", $"{count:N0} in {LongSeconds} s", "./test --long");
    }

    public void Once(byte[] file)
    {
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Worked());
        Read(file);
        (Worked() - start).ShouldBeLessThan(Longest, Name);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(((long)MegaBytes << 20) + ((long)PerByte * file.Length), Name);
    }

    /// <summary>Processor time of this thread so far: fields 14 and 15 of its stat, in hundredths of a second; the name before them may hold blanks.</summary>
    private static TimeSpan Worked()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
    }

    private string Kept(byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"nhiemso-fuzz-{Convert.ToHexStringLower(SHA256.HashData(file))[..12]}");
        File.WriteAllBytes(path, file);
        return $"{Name}: {path}";
    }
}
