using System.Runtime.CompilerServices;

namespace NhiemSo.HouseTests.Search;

/// <summary>A question and the provisions that answer it; none when the mandate doesn't.</summary>
internal sealed record AskedQuestion(string Text, IReadOnlyList<string> Right, bool HeldOut)
{
    public bool Silent => Right.Count == 0;

    /// <summary>The questions of a file beside this one; every third is held out from tuning.</summary>
    public static IReadOnlyList<AskedQuestion> Read(string file, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select((line, at) => Of(line.Split('|', 2), at % 3 == 2))];

    private static AskedQuestion Of(string[] parts, bool heldOut) =>
        new(parts[1].Trim(), [.. parts[0].Split(',', StringSplitOptions.TrimEntries).Where(citation => citation != "-")], heldOut);
}
