using System.Text.Json;

namespace NhiemSo.Platform.Audit;

/// <summary>Walks the chains entry by entry, in the order of subject and position, and keeps only the last entry in memory.</summary>
internal sealed class ChainCheck(AuditFaults faults)
{
    private AuditEntry? last;
    private AuditHead? head;

    public long Entries { get; private set; }

    public long Chains { get; private set; }

    /// <param name="e">The next entry.</param>
    /// <param name="headNow">The chain's head as it was read together with the entry.</param>
    /// <param name="personal">The personal values of the entry that are still kept.</param>
    public void Next(AuditEntry e, AuditHead? headNow, IEnumerable<AuditPersonal> personal)
    {
        Entries++;
        if (last is null || last.Subject != e.Subject || last.SubjectId != e.SubjectId) Begin();
        var (expected, previous) = (last is null ? 1 : last.Position + 1, last?.Hash ?? AuditTrail.First);
        if (e.Position < expected)
            Fault(AuditFaultKind.Inserted, e, e.Position, $"Có mục ở vị trí {e.Position}, trước mục đầu tiên của chuỗi.");
        else if (e.Position > expected)
            Fault(AuditFaultKind.Removed, e, expected, e.Position == expected + 1 ? $"Mất mục ở vị trí {expected}." : $"Mất các mục từ vị trí {expected} đến {e.Position - 1}.");
        if (AuditTrail.HashOf(e) != e.Hash)
            Fault(AuditFaultKind.Changed, e, e.Position, $"Mục ở vị trí {e.Position} đã bị sửa sau khi ghi.");
        else if (e.Position == expected && e.Previous != previous)
            Fault(AuditFaultKind.Broken, e, e.Position, $"Mục ở vị trí {e.Position} không nối tiếp mục liền trước: bị chèn, đổi chỗ hoặc thay thế.");
        CheckPersonal(e, personal);
        (last, head) = (e, headNow);
    }

    /// <summary>After the last entry of all.</summary>
    public void End() => Begin();

    private void Begin()
    {
        if (last is null) return;
        Chains++;
        if (head is null)
            Fault(AuditFaultKind.Removed, last, last.Position, "Mất bản ghi đầu chuỗi: không rõ chuỗi kết thúc ở đâu.");
        else if (head.Position > last.Position)
            Fault(AuditFaultKind.Removed, last, last.Position + 1, $"Mất các mục cuối chuỗi, từ vị trí {last.Position + 1} đến {head.Position}.");
        else if (head.Position < last.Position)
            Fault(AuditFaultKind.Inserted, last, head.Position + 1, $"Có mục thừa ở cuối chuỗi, từ vị trí {head.Position + 1} đến {last.Position}.");
        else if (head.Hash != last.Hash)
            Fault(AuditFaultKind.Changed, last, last.Position, $"Mục cuối chuỗi, vị trí {last.Position}, khác với bản ghi đầu chuỗi.");
        (last, head) = (null, null);
    }

    private void CheckPersonal(AuditEntry e, IEnumerable<AuditPersonal> personal)
    {
        Dictionary<string, string?>? recorded = null;
        foreach (var kept in personal)
        {
            recorded ??= Recorded(e.Body);
            if (recorded.GetValueOrDefault(kept.Field) != AuditTrail.Salted(kept.Salt, kept.Value))
                Fault(AuditFaultKind.PersonalChanged, e, e.Position, $"Giá trị cá nhân “{kept.Field}” của mục ở vị trí {e.Position} không khớp với dấu vết đã ghi.");
        }
    }

    /// <summary>Field and side to what the body holds of it. A body that was changed into nonsense holds nothing.</summary>
    private static Dictionary<string, string?> Recorded(string body)
    {
        var recorded = new Dictionary<string, string?>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(body);
            foreach (var change in json.RootElement.GetProperty("changes").EnumerateArray())
            {
                foreach (var side in (string[])["old", "new"])
                    recorded[$"{change.GetProperty("field").GetString()}.{side}"] = change.GetProperty(side).GetString();
            }
        }
        catch (Exception x) when (x is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            recorded.Clear();
        }

        return recorded;
    }

    private void Fault(AuditFaultKind kind, AuditEntry at, long position, string text) => faults.Add(kind, at.Subject, at.SubjectId, position, text);
}
