using System.IO.Compression;
using System.Text;
using CsCheck;

namespace NhiemSo.UnitTests.Fuzz;

/// <summary>Real files, damaged in the ways that break readers: bits, brackets, lengths, cuts, repetitions, pieces of other files.</summary>
internal static class Mutations
{
    private static readonly byte[] Marks = [0, 0xFF, 0x80, (byte)'<', (byte)'>', (byte)'(', (byte)')', (byte)'[', (byte)']', (byte)'/', (byte)'%', (byte)'"', (byte)'\'', (byte)':', (byte)'-', (byte)'\n', (byte)' ', (byte)'{', (byte)'&'];

    private static readonly string[] Numbers = ["0", "-1", "1", "65536", "2147483647", "2147483648", "-2147483648", "4294967295", "99999999999999999999", "0.5", "00000000000"];

    private static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 8], Gen.Double[0, 1], Gen.Int[1, 200], Gen.Int).Select((kind, at, length, value) => new Step(kind, at, length, value)).Array[1, 6];

    private sealed record Step(int Kind, double At, int Length, int Value);

    public static Gen<byte[]> Of(IReadOnlyList<byte[]> seeds) =>
        Gen.Select(Gen.Int[0, seeds.Count - 1], Steps).Select((seed, steps) => Damaged(seeds[seed], steps, seeds));

    /// <summary>Archives whose parts are damaged inside, so that the damage gets past the checksums.</summary>
    public static Gen<byte[]> InZip(IReadOnlyList<byte[]> seeds) => Gen.Select(Gen.Int[0, seeds.Count - 1], Gen.Int[0, 1000], Steps).Select((seed, part, steps) =>
    {
        using var to = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(seeds[seed])))
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, at) in from.Entries.Select((e, i) => (e, i)))
            {
                using var content = new MemoryStream();
                using (var packed = entry.Open()) packed.CopyTo(content);
                using var copy = zip.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                copy.Write(at == part % from.Entries.Count ? Damaged(content.ToArray(), steps, seeds) : content.ToArray());
            }
        }

        return to.ToArray();
    });

    private static byte[] Damaged(byte[] file, Step[] steps, IReadOnlyList<byte[]> others) => steps.Aggregate(file, (bytes, step) => bytes.Length == 0 ? bytes : Damaged(bytes, step, others));

    private static byte[] Damaged(byte[] bytes, Step step, IReadOnlyList<byte[]> others)
    {
        var at = (int)(step.At * (bytes.Length - 1));
        var end = Math.Min(bytes.Length, at + step.Length);
        var value = step.Value & int.MaxValue;
        switch (step.Kind)
        {
            case 0: return [.. bytes[..at], (byte)(bytes[at] ^ (1 << (value % 8))), .. bytes[(at + 1)..]];
            case 1: return [.. bytes[..at], Marks[value % Marks.Length], .. bytes[(at + 1)..]];
            case 2: return [.. bytes[..at], .. bytes[end..]];
            case 3: return [.. bytes[..end], .. Enumerable.Repeat(bytes[at..end], 1 + (value % 40)).SelectMany(b => b), .. bytes[end..]];
            case 4: return bytes[..at];
            case 5: return [.. bytes[..at], .. RandomBytes(step), .. bytes[at..]];
            case 6: return WithNumber(bytes, at, Numbers[value % Numbers.Length]);
            case 7: return [.. bytes[..at], .. others[value % others.Count].AsSpan((int)(step.At * others[value % others.Count].Length))];
            default: return [.. bytes[..at], .. Enumerable.Repeat(Marks[value % Marks.Length], step.Length * 50), .. bytes[at..]];
        }
    }

    /// <summary>The next number in the file becomes another one: lengths, counts and offsets lie.</summary>
    private static byte[] WithNumber(byte[] bytes, int from, string number)
    {
        var start = bytes.AsSpan(from).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0) return bytes;
        start += from;
        var length = bytes.AsSpan(start).IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return [.. bytes[..start], .. Encoding.ASCII.GetBytes(number), .. bytes[(length < 0 ? bytes.Length : start + length)..]];
    }

    private static byte[] RandomBytes(Step step)
    {
        var bytes = new byte[step.Length];
        new Random(step.Value).NextBytes(bytes);
        return bytes;
    }
}
