using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Review;

/// <summary>The administrator's acts on readings: take a decision in, correct its reading, take a correction back.</summary>
internal sealed class ReviewDesk(DepartmentDb db, Work work, AuditTrail audit, DecisionFiles decisions, MatterFiles files, TimeProvider time)
{
    /// <summary>Chain of the trail for everything done to one reading.</summary>
    public const string Subject = "reading";

    /// <summary>The file and the form around it.</summary>
    public const long RequestLimit = DecisionFiles.Limit + (1L << 20);

    /// <summary>Reads a file and keeps the reading. A file that is no decision, or can't be read, gets an explanation and changes nothing.</summary>
    public async Task<Outcome<Guid>> TakeInAsync(IFormFile? upload, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        if (upload is null || upload.Length == 0) return Problem.Field("Tep", "Chọn tệp của quyết định: TXT, DOCX hoặc PDF có chữ.");
        using var content = new MemoryStream();
        await upload.CopyToAsync(content, ct);
        var read = await decisions.ReadAsync(content.GetBuffer().AsMemory(0, (int)content.Length), upload.FileName, ct);
        return read.Ok ? await work.ActAsync<Guid>(async c => await KeepInActAsync(read.Value, by.As(Role.Admin), c), ct) : Problem.Field("Tep", read.Problem.Message);
    }

    public Task<Outcome<Done>> CorrectAsync(Guid id, int seen, CorrectionInput typed, Reader by, CancellationToken ct) =>
        ChangeAsync(id, seen, by, async (reviewed, version, c) =>
        {
            var correction = typed.Read(reviewed.Draft, version);
            if (!correction.Ok) return correction.Problem;
            var applied = correction.Value.Apply(reviewed.Draft);
            if (!applied.Ok) return applied.Problem;
            var text = correction.Value.Say(reviewed.Draft);
            db.Add(new StoredCorrection { ReadingId = id, Version = version, Text = text, Body = correction.Value.ToJson(), ByName = by.Name, At = Now() });
            await audit.WriteAsync(Subject, id, by.As(Role.Admin), new AuditNote("sua-ban-doc", text, Changes: [new Change("correction", null, correction.Value.ToJson())]), c);
            return applied;
        }, ct);

    public Task<Outcome<Done>> UndoAsync(Guid id, int seen, Guid correctionId, Reader by, CancellationToken ct) =>
        ChangeAsync(id, seen, by, async (reviewed, version, c) =>
        {
            if (reviewed.Corrections.FirstOrDefault(x => x.Id == correctionId) is not { } correction) return Problem.NotFound();
            if (correction.UndoneAt is not null) return Problem.WrongState($"Lần sửa này đã được {correction.UndoneBy} hoàn tác.");
            var without = Draft.Of(reviewed.Outline, reviewed.Standing.Where(x => x.Id != correctionId).Select(x => Correction.FromJson(x.Body)));
            if (!without.Ok) return Problem.WrongState($"Chưa hoàn tác được “{correction.Text}”: một lần sửa sau đó dựa vào nó. Hoàn tác lần sửa sau trước.");
            (correction.UndoneBy, correction.UndoneAt, correction.UndoneVersion) = (by.Name, Now(), version);
            await audit.WriteAsync(Subject, id, by.As(Role.Admin), new AuditNote("hoan-tac-sua-ban-doc", $"Hoàn tác: {correction.Text}"), c);
            return without;
        }, ct);

    /// <summary>One change by somebody who says which state they saw; whoever comes second is told.</summary>
    private async Task<Outcome<Done>> ChangeAsync(Guid id, int seen, Reader by, Func<Reviewed, int, CancellationToken, Task<Outcome<Draft>>> change, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        return await work.ActAsync<Done>(async c =>
        {
            if (await Reviewed.FindAsync(db, id, c) is not { } reviewed) return Problem.NotFound();
            if (reviewed.Stored.InForceAt is not null) return Problem.WrongState("Bản đọc này đã được xác nhận nên không sửa được nữa.");
            if (reviewed.Stored.Version != seen) return Problem.Conflict("Có người vừa sửa bản đọc này. Xem họ đã sửa gì rồi quyết định lại; điều bạn nhập vẫn còn bên dưới.");
            var changed = await change(reviewed, seen + 1, c);
            if (!changed.Ok) return changed.Problem;
            reviewed.Stored.Version = seen + 1;
            (reviewed.Stored.Number, reviewed.Stored.Title) = (changed.Value.Header.Number, changed.Value.Header.Title);
            return Done.Yes;
        }, ct);
    }

    /// <summary>Keeps a file that was read, inside the act; the same file again leads to its open reading and what was corrected there.</summary>
    public async Task<Guid> KeepInActAsync(ReadFile file, Actor by, CancellationToken ct)
    {
        var (stored, outline) = file;
        var known = await db.Set<StoredReading>().Where(r => r.FileHash == stored.Hash && r.InForceAt == null).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
        if (known is { } open) return open;
        var attached = await files.AttachAsync(stored, null, "decision", by.Name, ct);
        var reading = new StoredReading
        {
            FileId = attached.Id, FileHash = stored.Hash, FileName = stored.Name, Number = outline.Header.Number, Title = outline.Header.Title, Outline = Reviewed.Write(outline), ByName = by.Name, At = Now(),
        };
        db.Add(reading);
        await audit.WriteAsync(Subject, reading.Id, by, new AuditNote("nap-quyet-dinh", $"Đọc quyết định {outline.Header.Number} từ tệp {stored.Name}", Evidence: [stored.Hash]), ct);
        return reading.Id;
    }

    private DateTime Now() => Microseconds.Trim(time.UtcNow());
}
