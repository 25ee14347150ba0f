using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Audit;

/// <summary>One value before and after an act.</summary>
/// <param name="Personal">Personal data: the chain holds its salted hash only.</param>
public sealed record Change(string Field, string? Old, string? New, bool Personal = false);

/// <summary>What an act tells the trail.</summary>
public sealed record AuditNote(string Act, string Text, string? Reason = null, IReadOnlyList<Change>? Changes = null, IReadOnlyList<string>? Evidence = null);

/// <summary>Writes the trail, inside the act's transaction.</summary>
public sealed class AuditTrail(DepartmentDb db, Work work, TimeProvider time)
{
    public const string First = "0000000000000000000000000000000000000000000000000000000000000000";

    internal static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Appends an entry to the subject's chain.</summary>
    public async Task<AuditEntry> WriteAsync(string subject, Guid subjectId, Actor actor, AuditNote note, CancellationToken ct)
    {
        work.Named(note.Act);
        var head = await HeadAsync(subject, subjectId, ct);
        var id = Guid.CreateVersion7();
        var personal = new List<AuditPersonal>();
        var entry = new AuditEntry
        {
            Id = id,
            Subject = subject,
            SubjectId = subjectId,
            Position = (head?.Position ?? 0) + 1,
            At = Microseconds.Trim(time.GetUtcNow().UtcDateTime),
            ActorId = actor.Id,
            ActorName = actor.Name,
            Capacity = actor.Capacity,
            Act = note.Act,
            Text = note.Text,
            Reason = note.Reason,
            Body = BodyOf(note, id, personal),
            Previous = head?.Hash ?? First,
            Hash = "",
        };
        var sealedEntry = Seal(entry);
        if (head is null)
            db.Add(new AuditHead { Subject = subject, SubjectId = subjectId, Position = 1, Hash = sealedEntry.Hash });
        else
            (head.Position, head.Hash) = (sealedEntry.Position, sealedEntry.Hash);
        db.Add(sealedEntry);
        db.AddRange(personal);
        return sealedEntry;
    }

    /// <summary>The head, locked until the transaction ends, so that writers of one chain queue instead of clashing.</summary>
    private async Task<AuditHead?> HeadAsync(string subject, Guid subjectId, CancellationToken ct)
    {
        var heads = db.Set<AuditHead>();
        if (heads.Local.FindEntryUntyped([subject, subjectId]) is { } known) return known.Entity;
        if (!db.Database.IsNpgsql()) return await heads.FindAsync([subject, subjectId], ct);
        var found = await heads.FromSql($"SELECT * FROM pf_audit_head WHERE subject = {subject} AND subject_id = {subjectId} FOR UPDATE").ToListAsync(ct);
        return found.FirstOrDefault();
    }

    /// <summary>The hash an entry must carry: every stored column but the hash itself, length-prefixed (-1 for none), whatever the culture.</summary>
    public static string HashOf(AuditEntry e)
    {
        var text = new StringBuilder();
        foreach (var part in (string?[])[e.Previous, e.Id.ToString("N"), e.Subject, e.SubjectId.ToString("N"), e.Position.ToString(CultureInfo.InvariantCulture),
            e.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), e.ActorId?.ToString("N"), e.ActorName, e.Capacity, e.Act, e.Text, e.Reason, e.Body])
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static AuditEntry Seal(AuditEntry e) => new()
    {
        Id = e.Id, Subject = e.Subject, SubjectId = e.SubjectId, Position = e.Position, At = e.At, ActorId = e.ActorId, ActorName = e.ActorName,
        Capacity = e.Capacity, Act = e.Act, Text = e.Text, Reason = e.Reason, Body = e.Body, Previous = e.Previous, Hash = HashOf(e),
    };

    private static string BodyOf(AuditNote note, Guid entryId, List<AuditPersonal> personal)
    {
        var body = new SortedDictionary<string, object>(StringComparer.Ordinal);
        if (note.Changes is { Count: > 0 })
            body["changes"] = note.Changes.Select(c => new { field = c.Field, old = Shown(c, c.Old, "old"), @new = Shown(c, c.New, "new") }).ToArray();
        if (note.Evidence is { Count: > 0 }) body["evidence"] = note.Evidence;
        return JsonSerializer.Serialize(body, Canonical);

        string? Shown(Change change, string? value, string side)
        {
            if (!change.Personal || value is null) return value;
            var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            personal.Add(new AuditPersonal { EntryId = entryId, Field = $"{change.Field}.{side}", Salt = salt, Value = value });
            return Salted(salt, value);
        }
    }

    /// <summary>How a personal value stands in the body.</summary>
    internal static string Salted(string salt, string value) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + value)));
}
