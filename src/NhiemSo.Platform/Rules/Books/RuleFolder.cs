using System.Text;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>The rule books of a folder, in the order of their paths.</summary>
public static class RuleFolder
{
    private const long MaxBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every <c>.yaml</c> file below <paramref name="folder"/>; files that can't be read as text become faults.</summary>
    public static IReadOnlyList<RuleText> Read(string folder, RuleFaults faults)
    {
        var texts = new List<RuleText>();
        var paths = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OrderBy(f => f.Name, StringComparer.Ordinal);
        foreach (var (path, name) in paths)
        {
            var start = new RulePlace(name, 1, 1);
            if (new FileInfo(path).Length > MaxBytes)
            {
                faults.Add(start, "Tệp lớn quá 4 MB.");
                continue;
            }
            try
            {
                texts.Add(new RuleText(name, Strict.GetString(File.ReadAllBytes(path))));
            }
            catch (DecoderFallbackException)
            {
                faults.Add(start, "Tệp không phải văn bản UTF-8: lưu lại với mã UTF-8.");
            }
        }
        return texts;
    }
}
