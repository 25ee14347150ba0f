using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NhiemSo.Platform.Audit;

/// <summary>One line of a checkpoint: this chain stood here.</summary>
internal sealed record CheckpointLine(string Subject, Guid Id, long Position, string Hash);

/// <summary>First line of a checkpoint.</summary>
/// <param name="Previous">SHA-256 of the checkpoint file before, 64 zeros for the first.</param>
internal sealed record CheckpointHeader(int Number, DateTime At, int Heads, string Previous);

/// <summary>A checkpoint as text: one JSON object a line, header first.</summary>
internal static class CheckpointFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = AuditTrail.Canonical.Encoder };

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:D6}.jsonl");

    public static string Write(CheckpointHeader header, IEnumerable<CheckpointLine> lines)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(header, Json)).Append('\n');
        foreach (var line in lines) text.Append(JsonSerializer.Serialize(line, Json)).Append('\n');
        return text.ToString();
    }

    /// <summary>Header and lines; null when it can't be read as such.</summary>
    public static (CheckpointHeader Header, IReadOnlyList<CheckpointLine> Lines)? Read(byte[] content)
    {
        try
        {
            var text = Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var header = JsonSerializer.Deserialize<CheckpointHeader>(text[0], Json)!;
            return (header, [.. text.Skip(1).Select(l => JsonSerializer.Deserialize<CheckpointLine>(l, Json)!)]);
        }
        catch (Exception e) when (e is JsonException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
