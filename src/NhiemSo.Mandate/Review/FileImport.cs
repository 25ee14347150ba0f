using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.PutInForce;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>
/// Takes a decision's file in and confirms it in one act, for who sits at the machine: what the review pages do step by step, with the same
/// reading, the same trail and the same result, so that the administrator finds it on screen.
/// </summary>
internal sealed class FileImport(DepartmentDb db, Work work, DecisionFiles files, ReviewDesk review, ForceDesk force, UnitCodes codes, TakenInView view) : IDecisionFileImport
{
    public async Task<Outcome<TakenIn>> TakeInAsync(string path, FileChoice choice, Actor by, CancellationToken ct)
    {
        var read = await files.ReadAsync(await File.ReadAllBytesAsync(path, ct), Path.GetFileName(path), ct);
        if (!read.Ok) return read.Problem;
        var taken = await work.ActAsync<TakenIn>(c => InActAsync(read.Value, choice, by, c), ct);
        if (taken.Ok) await force.FollowAsync(ct);
        return taken;
    }

    private async Task<Outcome<TakenIn>> InActAsync(ReadFile file, FileChoice choice, Actor by, CancellationToken ct)
    {
        if (await db.Set<StoredReading>().Where(r => r.FileHash == file.Stored.Hash && r.InForceAt != null).Select(r => r.MandateCode).FirstOrDefaultAsync(ct) is { } known) return await view.OfAsync(known, ct);
        var id = await review.KeepInActAsync(file, by, ct);
        await db.SaveChangesAsync(ct);
        var reviewed = (await Reviewed.FindAsync(db, id, ct))!;
        var revised = Revised.Of(reviewed.Draft);
        if (Fault(revised, choice) is { } fault) return fault;
        var proposed = await codes.ProposeAsync(revised, ct);
        var given = revised.Nodes.Where(n => n.Unit is not null).ToDictionary(n => n.Node.Id, n => (string?)(choice.Units.GetValueOrDefault(n.Citation) ?? proposed[n.Node.Id]), StringComparer.Ordinal);
        var done = await force.InActAsync(id, new ForceInput(reviewed.Stored.Version, given, [], AllWarnings: true, choice.From), by, ct);
        if (!done.Ok) return done.Problem;
        await db.SaveChangesAsync(ct);
        return await view.OfAsync(reviewed.Stored.MandateCode!, ct);
    }

    private static Problem? Fault(Revised revised, FileChoice choice)
    {
        var missing = Readiness.Of(revised).ToList();
        if (missing.Count > 0) return Problem.Invalid("Chưa nạp gì: bản đọc còn thiếu. Nạp tệp ở trang Quyết định (/quan-tri/quyet-dinh), sửa bản đọc rồi chạy lại lệnh này hoặc xác nhận ở đó.", [.. missing.Select(m => new FieldFault("", m))]);
        var units = revised.Nodes.Where(n => n.Unit is not null).ToDictionary(n => n.Citation, n => n.Unit!.Words.Name, StringComparer.Ordinal);
        foreach (var (citation, code) in choice.Units)
        {
            if (!units.TryGetValue(citation, out var name)) return Problem.Invalid($"Mục {citation} không lập đơn vị nào. Các đơn vị: {string.Join("; ", units.Select(u => $"{u.Key} {u.Value}"))}.");
            if (UnitCodes.Clean(code) is null) return Problem.Invalid($"{name}: {UnitCodes.Rule}");
        }

        if (choice.WarningsSeen || revised.Open.Count == 0) return null;
        return Problem.Invalid($"Chưa nạp gì: văn bản có {revised.Open.Count} cảnh báo. Xem từng cảnh báo rồi chạy lại với --warnings-seen, hoặc rà soát ở trang Quyết định (/quan-tri/quyet-dinh).",
            [.. revised.Open.Select(w => new FieldFault("", w.Line > 0 ? $"Dòng {w.Line}: {w.Message}" : w.Message))]);
    }
}
