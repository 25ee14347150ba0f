namespace NhiemSo.Platform.Jobs;

/// <summary>How people call the kinds of jobs.</summary>
internal sealed class JobNames(IEnumerable<IJobHandler> handlers)
{
    private readonly Dictionary<string, string> titles = handlers.ToDictionary(h => h.Kind, h => h.Title, StringComparer.Ordinal);

    /// <summary>Its title; the kind itself when no handler of this version of the program does it.</summary>
    public string Of(string kind) => titles.GetValueOrDefault(kind, kind);
}
