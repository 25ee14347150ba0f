using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.PutInForce;
using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Review;

/// <summary>What the administrator confirms: the state they saw, the codes of the units, the open warnings they looked at.</summary>
/// <param name="Codes">By node of the unit.</param>
/// <param name="From">First day in force of a decision that follows; its own when null.</param>
internal sealed record ForceInput(int Seen, IReadOnlyDictionary<string, string?> Codes, IReadOnlyList<string> Warnings, bool AllWarnings, DateOnly? From = null);

/// <summary>
/// Puts a reviewed reading in force: its book is published, provisions, duties and units are made, the reading is closed, in one act. While
/// another decision is in force it is planned to follow that one, and nothing moves.
/// </summary>
internal sealed class ForceDesk(DepartmentDb db, Work work, AuditTrail audit, RulePublisher publisher, MandateImport import, RuleShelf shelf, SearchRebuild search, TimeProvider time)
{
    /// <summary>Answers the page where it goes on.</summary>
    public async Task<Outcome<string>> PutInForceAsync(Guid id, ForceInput typed, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        var done = await work.ActAsync<string>(c => InActAsync(id, typed, by.As(Role.Admin), c), ct);
        if (done.Ok) await FollowAsync(ct);
        return done;
    }

    /// <summary>After the act: this node knows the book at once, and the search what is in force.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        await shelf.RefreshAsync(ct, now: true);
        await search.FollowSourcesAsync(ct);
    }

    public async Task<Outcome<string>> InActAsync(Guid id, ForceInput typed, Actor by, CancellationToken ct)
    {
        if (await Reviewed.FindAsync(db, id, ct) is not { } reviewed) return Problem.NotFound();
        var reading = reviewed.Stored;
        if (reading.InForceAt is not null) return Problem.WrongState($"{reading.InForceBy} đã xác nhận bản đọc này rồi.");
        if (reading.Version != typed.Seen) return Problem.Conflict("Có người vừa sửa bản đọc này. Xem lại các lần sửa và cảnh báo rồi xác nhận lại.");
        var inForce = await db.Set<MandateDecision>().FirstOrDefaultAsync(m => m.To == null && !m.Planned, ct);
        if (inForce is not null && inForce.Code == Readiness.CodeOf(reviewed.Draft.Header)) return Problem.WrongState($"Quyết định {inForce.Number} đang thi hành rồi; bản đọc và các lần sửa vẫn được giữ.");
        if (await PlannedAsync(reviewed, ct) is { } planned) return Problem.WrongState($"Quyết định {planned.Number} đã nạp làm quyết định kế tiếp từ một bản đọc khác. Muốn dùng bản đọc này thì rút lại quyết định ấy ở trang Chuyển sang quyết định mới trước.");
        var coded = WithCodes(reviewed.Draft, typed.Codes);
        if (!coded.Ok) return coded.Problem;
        var revised = Revised.Of(coded.Value);
        var faults = Readiness.Of(revised).Select(f => new FieldFault("", f)).ToList();
        foreach (var (warning, at) in revised.Open.Select((w, i) => (w, i)))
            if (!typed.AllWarnings && !typed.Warnings.Contains(Key(warning), StringComparer.Ordinal))
                faults.Add(new FieldFault($"Seen{at}", $"{(warning.Line > 0 ? $"Dòng {warning.Line}: " : "")}{warning.Message} Đánh dấu đã xem, hoặc quay lại sửa."));
        if (faults.Count > 0) return Problem.Invalid("Chưa đưa vào thi hành được.", [.. faults]);

        var code = Readiness.CodeOf(revised.Reading.Header)!;
        var book = Book(reviewed, revised, code);
        var rule = publisher.Check<MandateRule>($"mandates/{code}/mandate.yaml", book.ToYaml());
        if (!rule.Ok) return rule.Problem;
        // Published already by a decision that was taken back and comes again unchanged.
        if (!await db.Set<RuleVersion>().AnyAsync(v => v.Kind == rule.Value.Book.Kind && v.Code == code && v.Hash == rule.Value.Book.Hash, ct)) await publisher.PublishInActAsync(rule.Value.Book, by, ct);
        var decision = new ReviewedDecision(rule.Value.Rule, revised.Reading);
        var taken = await import.FirstOrNextInActAsync(decision, typed.From, by, ct);
        if (!taken.Ok) return taken.Problem;
        (reading.MandateCode, reading.InForceAt, reading.InForceBy, reading.Version) = (code, Microseconds.Trim(time.UtcNow()), by.Name, reading.Version + 1);
        var seen = revised.Open.Count == 0 ? "" : $"; đã xem {revised.Open.Count} cảnh báo: {string.Join(" ", revised.Open.Select(w => $"[dòng {w.Line}] {w.Message}"))}";
        await audit.WriteAsync(ReviewDesk.Subject, id, by, new AuditNote("dua-quyet-dinh-vao-thi-hanh", $"{(inForce is null ? $"Đưa {revised.Reading.Header.Number} vào thi hành" : $"Nạp {revised.Reading.Header.Number} làm quyết định kế tiếp {inForce.Number}")}, {reviewed.Standing.Count()} lần sửa{seen}"), ct);
        return inForce is null ? "/co-cau" : "/quan-tri/sap-xep";
    }

    private async Task<MandateDecision?> PlannedAsync(Reviewed reviewed, CancellationToken ct) =>
        Readiness.CodeOf(reviewed.Draft.Header) is { } code ? await db.Set<MandateDecision>().FirstOrDefaultAsync(m => m.Planned && m.Code == code, ct) : null;

    /// <summary>The book of a reading as it stands, with the corrections that lead from the file to it.</summary>
    public static MandateBook Book(Reviewed reviewed, Revised revised, string code)
    {
        var corrections = reviewed.Standing.Select(c => c.Body).Where(b => Correction.FromJson(b) is not SeeWarning).ToList();
        var book = MandateBook.Draft(revised.Reading, code, revised.UnitCodes);
        book.Sources["decision"] = book.Sources["decision"] with { File = "decision" + Path.GetExtension(reviewed.Stored.FileName).ToLowerInvariant() };
        return corrections.Count == 0 ? book : book with { Corrections = corrections };
    }

    public static string Key(Warning warning) => $"{warning.Line} {warning.Message}";

    /// <summary>The codes confirmed here are the book's: they are applied last and need no line in the list of corrections.</summary>
    private static Outcome<Draft> WithCodes(Draft draft, IReadOnlyDictionary<string, string?> codes)
    {
        foreach (var node in Revised.Of(draft).Nodes.Where(n => n.Unit is not null))
        {
            var words = node.Unit!.Words;
            if (UnitCodes.Clean(codes.GetValueOrDefault(node.Node.Id) ?? node.Unit.Code) is not { } code) return Problem.Field($"Codes[{node.Node.Id}]", $"{words.Name}: {UnitCodes.Rule}");
            var coded = new SetUnit(node.Node.Id, code, words.Name, words.Function, words.Positions).Apply(draft with { Units = draft.Units.Remove(node.Node.Id) });
            if (!coded.Ok) return Problem.Field($"Codes[{node.Node.Id}]", coded.Problem.Message);
            draft = coded.Value;
        }

        return draft;
    }
}
