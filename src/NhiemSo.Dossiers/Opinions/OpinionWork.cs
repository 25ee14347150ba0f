using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Opinions;

/// <summary>A question as it comes from the page.</summary>
internal sealed record OpinionAsk(Guid? UnitId, string? Body, string? Question, int? Days, string? LetterSymbol, DateOnly? LetterDate, IFormFile? File);

/// <summary>An answer: on screen from a unit, on paper from another body.</summary>
internal sealed record OpinionAnswer(string? Text, IFormFile? File, string? Symbol = null, DateOnly? Date = null);

/// <summary>Asks opinions, takes the answers, withdraws a question (Nghị định 61/2018/NĐ-CP, Điều 19.5).</summary>
internal sealed class OpinionWork(DepartmentDb db, DossierActs acts, FileStore store, MatterFiles files, IDocumentOffice documents, OfficeCalendar calendar)
{
    public const string Ask = "lay-y-kien", Answer = "tra-loi-y-kien", Receive = "ghi-y-kien", Withdraw = "rut-y-kien";

    public const string FileField = "Tep";

    private const int MostDays = 60;

    public static RunningClock ClockOf(Opinion opinion)
    {
        var clock = RunningClock.Start(Limit.Of(opinion.Days, LimitUnit.WorkingDay).Value!, opinion.AskedAt);
        return opinion.AnsweredAt is { } at ? clock.Finish(at).Value! : clock;
    }

    public async Task<Outcome<Matter>> AskAsync(DossierAct request, OpinionAsk ask, CancellationToken ct)
    {
        if (Faults(ask) is { Count: > 0 } faults) return Problem.Invalid("Yêu cầu ý kiến còn chỗ cần sửa.", [.. faults]);
        var kept = await PutAsync(ask.File, ct);
        if (!kept.Ok) return kept.Problem;
        return await acts.TakeAsync(request with { Act = Ask }, async (act, dossier, _, c) =>
        {
            var unit = ask.UnitId is { } id ? await db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == id, c) : null;
            if (ask.UnitId is not null && (unit is null || unit.Id == act.Matter.UnitId)) return Problem.Field("Unit", "Chọn một đơn vị khác của Sở, hoặc ghi tên cơ quan.");
            var due = StatutoryClock.Count(Limit.Of(ask.Days!.Value, LimitUnit.WorkingDay).Value!, act.Now, calendar.Calendar, ClockSettings.Default).Due;
            // The assignment is the asked unit's sight of this dossier, and of no other.
            var assignment = unit is null ? null : new Assignment { MatterId = dossier.Id, UnitId = unit.Id, Role = AssignmentRole.Cooperating, Instruction = ask.Question!.Trim(), Due = due, At = act.Now, ById = act.Actor.Id ?? Guid.Empty };
            var opinion = new Opinion
            {
                DossierId = dossier.Id, UnitId = unit?.Id, Asked = unit?.Name ?? ask.Body!.Trim(), Question = ask.Question!.Trim(), Days = ask.Days.Value, AskedAt = act.Now, AskedByName = act.Actor.Name, Due = due,
                AssignmentId = assignment?.Id, LetterSymbol = unit is null ? ask.LetterSymbol?.Trim() : null, LetterDate = unit is null ? ask.LetterDate : null,
            };
            if (assignment is not null) db.Add(assignment);
            db.Add(opinion);
            opinion.FileId = await AttachAsync(kept.Value, act, "y-kien-hoi", c);
            act.Changes.Add(new Change("nội dung lấy ý kiến", null, opinion.Question));
            act.Text = $"Lấy ý kiến {opinion.Asked}, hạn {Wording.Date(Vietnam.Day(due))}";
            return Done.Yes;
        }, ct);
    }

    /// <summary>The asked unit answers; it acts on its question, not on the dossier, so the act is the house's with the answerer behind it.</summary>
    public async Task<Outcome<Matter>> AnswerAsync(Guid opinionId, Reader by, OpinionAnswer answer, CancellationToken ct)
    {
        if (await db.Set<Opinion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == opinionId, ct) is not { } seen || GrantFor(seen, by) is not { } grant) return Problem.NotFound();
        if (string.IsNullOrWhiteSpace(answer.Text)) return Problem.Field("Text", "Ghi ý kiến của đơn vị bạn.");
        var kept = await PutAsync(answer.File, ct);
        if (!kept.Ok) return kept.Problem;
        return await acts.TakeAsync(new DossierAct(seen.DossierId, Answer, Readers.SystemFor(seen.DossierId, new Actor(by.PersonId, by.Name, grant.Capacity)), null),
            (act, _, _, c) => CloseAsync(act, opinionId, async opinion =>
            {
                opinion.AnswerFileId = await AttachAsync(kept.Value, act, "y-kien-tra-loi", c);
                Keep(act, opinion, answer.Text);
                return Done.Yes;
            }, c), ct);
    }

    /// <summary>The other body's letter came: it goes into the book of arrivals.</summary>
    public async Task<Outcome<Matter>> ReceiveAsync(DossierAct request, Guid opinionId, OpinionAnswer answer, CancellationToken ct)
    {
        var faults = new List<FieldFault>();
        if (string.IsNullOrWhiteSpace(answer.Text)) faults.Add(new FieldFault("Text", "Ghi tóm tắt ý kiến để người thẩm định đọc."));
        if (string.IsNullOrWhiteSpace(answer.Symbol)) faults.Add(new FieldFault("Symbol", "Ghi số, ký hiệu của văn bản trả lời."));
        if (answer.Date is null) faults.Add(new FieldFault("Date", "Ghi ngày của văn bản trả lời."));
        if (answer.File is not { Length: > 0 }) faults.Add(new FieldFault(FileField, "Chọn tệp bản quét hoặc bản điện tử."));
        if (faults.Count > 0) return Problem.Invalid("Chưa ghi đủ văn bản trả lời.", [.. faults]);
        var kept = await PutAsync(answer.File, ct);
        if (!kept.Ok) return kept.Problem;
        return await acts.TakeAsync(request with { Act = Receive }, (act, dossier, _, c) => CloseAsync(act, opinionId, async opinion =>
        {
            if (answer.Date > Vietnam.Day(act.Now)) return Problem.Field("Date", "Ngày của văn bản không thể sau hôm nay.");
            opinion.AnswerFileId = await AttachAsync(kept.Value, act, "van-ban-den", c);
            var arrived = await documents.ReceiveAsync(act.Matter, new NewIncoming(opinion.Asked, answer.Symbol!.Trim(), answer.Date!.Value, $"Ý kiến về hồ sơ {act.Matter.Number}", null, opinion.AnswerFileId!.Value), act.Actor, c);
            Keep(act, opinion, answer.Text!);
            act.Text += $" (số đến {arrived.Number})";
            return Done.Yes;
        }, c), ct);
    }

    public Task<Outcome<Matter>> WithdrawAsync(DossierAct request, Guid opinionId, CancellationToken ct) =>
        acts.TakeAsync(request with { Act = Withdraw }, (act, _, _, c) => CloseAsync(act, opinionId, opinion =>
        {
            (opinion.State, opinion.WithdrawnReason) = (OpinionState.Withdrawn, request.Reason!.Trim());
            act.Text = $"Rút yêu cầu ý kiến gửi {opinion.Asked}";
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        }, c), ct);

    /// <summary>The grant by which somebody answers for the asked unit.</summary>
    public static Grant? GrantFor(Opinion opinion, Reader reader) => reader.Grants.FirstOrDefault(g => g.UnitId == opinion.UnitId && g.Role is Role.UnitHead or Role.Officer);

    /// <summary>An open question of this dossier ends: once, and with it the asked unit's sight of the dossier.</summary>
    private async Task<Outcome<Done>> CloseAsync(ActScope act, Guid opinionId, Func<Opinion, Task<Outcome<Done>>> part, CancellationToken ct)
    {
        if (await db.Set<Opinion>().FirstOrDefaultAsync(o => o.Id == opinionId && o.DossierId == act.Matter.Id, ct) is not { } opinion) return Problem.NotFound();
        if (opinion.State != OpinionState.Asked) return Problem.WrongState("Yêu cầu ý kiến này đã được trả lời hoặc đã rút.");
        if (opinion.AssignmentId is { } id) (await db.Set<Assignment>().FirstAsync(a => a.Id == id, ct)).EndedAt = act.Now;
        return await part(opinion);
    }

    private static void Keep(ActScope act, Opinion opinion, string text)
    {
        (opinion.State, opinion.Answer, opinion.AnsweredAt, opinion.AnsweredByName) = (OpinionState.Answered, text.Trim(), act.Now, act.Actor.Name);
        act.Changes.Add(new Change($"ý kiến của {opinion.Asked}", null, opinion.Answer));
        act.Text = $"{opinion.Asked} có ý kiến" + (opinion.Due < act.Now ? " (trễ hạn)" : "");
    }

    private static List<FieldFault> Faults(OpinionAsk ask)
    {
        var faults = new List<FieldFault>();
        if (ask.UnitId is null && string.IsNullOrWhiteSpace(ask.Body)) faults.Add(new FieldFault("Body", "Chọn đơn vị của Sở ở trên, hoặc ghi tên cơ quan được hỏi."));
        if (string.IsNullOrWhiteSpace(ask.Question)) faults.Add(new FieldFault("Question", "Ghi nội dung cần ý kiến."));
        if (ask.Days is not (>= 1 and <= MostDays)) faults.Add(new FieldFault("Days", $"Ghi số ngày làm việc, từ 1 đến {MostDays}."));
        if (ask.UnitId is null && string.IsNullOrWhiteSpace(ask.LetterSymbol) != ask.LetterDate is null) faults.Add(new FieldFault(ask.LetterDate is null ? "LetterDate" : "LetterSymbol", "Công văn đã gửi thì ghi cả số và ngày."));
        return faults;
    }

    private async Task<Outcome<Stored?>> PutAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is not { Length: > 0 }) return default(Stored);
        var stored = await store.PutUploadAsync(file, FileField, ct);
        return stored.Ok ? stored.Value : stored.Problem;
    }

    private async Task<Guid?> AttachAsync(Stored? stored, ActScope act, string purpose, CancellationToken ct)
    {
        if (stored is null) return null;
        act.Evidence.Add(stored.Hash);
        return (await files.AttachAsync(stored, act.Matter.Id, purpose, act.Actor.Name, ct)).Id;
    }
}
