using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Data;

namespace NhiemSo.Mandate.Review;

/// <summary>A reading with its corrections, as a page or an act needs it.</summary>
/// <param name="Planned">Confirmed to follow the decision in force; its day has not come.</param>
internal sealed record Reviewed(StoredReading Stored, IReadOnlyList<StoredCorrection> Corrections, Outline Outline, Draft Draft, bool Planned)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IEnumerable<StoredCorrection> Standing => Corrections.Where(c => c.UndoneAt is null);

    public static string Write(Outline outline) => JsonSerializer.Serialize(outline, Json);

    public static Outline ReadOutline(string text) => JsonSerializer.Deserialize<Outline>(text, Json)!;

    public static async Task<Reviewed?> FindAsync(DepartmentDb db, Guid id, CancellationToken ct)
    {
        if (await db.Set<StoredReading>().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } stored) return null;
        var corrections = await db.Set<StoredCorrection>().Where(c => c.ReadingId == id).OrderBy(c => c.Version).ToListAsync(ct);
        var outline = ReadOutline(stored.Outline);
        var draft = Draft.Of(outline, corrections.Where(c => c.UndoneAt is null).Select(c => Correction.FromJson(c.Body)));
        var planned = stored.MandateCode is { } code && await db.Set<MandateDecision>().AnyAsync(m => m.Code == code && m.Planned, ct);
        // Only what applies is stored, and taking back is refused where it breaks a later one.
        return draft.Ok ? new Reviewed(stored, corrections, outline, draft.Value, planned) : throw new InvalidOperationException($"Reading {id}: {draft.Problem.Message}");
    }

    /// <summary>What others did since somebody looked.</summary>
    public IReadOnlyList<string> Since(int version) =>
    [
        .. Corrections.Where(c => c.Version > version).Select(c => $"{c.ByName}: {c.Text}"),
        .. Corrections.Where(c => c.UndoneVersion > version && c.Version <= version).Select(c => $"{c.UndoneBy} hoàn tác: {c.Text}"),
    ];
}
