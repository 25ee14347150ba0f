using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Earlier;

/// <summary>One licence to be typed in.</summary>
/// <param name="Corrects">The entry whose content is corrected; null for a new one.</param>
internal sealed record EarlierRequest(EarlierReading Licence, string Source, Stored? Scan, Guid? Corrects);

/// <summary>Acts on earlier licences: type in (one or a file of many), confirm, send back. Nobody confirms what they typed in.</summary>
internal sealed class EarlierDesk(DepartmentDb db, Work work, AuditTrail audit, RuleShelf rules, EarlierRights rights, RegisterBook book, MatterFiles files, TimeProvider time)
{
    /// <summary>Chain of the trail of one earlier licence, from the typing to its last correction.</summary>
    public const string Subject = "earlier-licence";

    private const string NotYours = "Chỉ phòng được giao nhiệm vụ của sổ này nhập giấy phép cấp trước.";

    public async Task<Outcome<Guid>> TypeInAsync(string code, EarlierRequest request, Reader by, CancellationToken ct)
    {
        if (await rights.FindAsync(code, ct) is not var (schema, duty)) return Problem.NotFound();
        if (!EarlierRights.MayEnter(by, duty.UnitId)) return Problem.Forbidden(NotYours);
        return await work.ActAsync<Guid>(async c =>
        {
            var row = await ProposalAsync(schema, duty, request, by, c);
            if (!row.Ok) return row.Problem;
            await audit.WriteAsync(Subject, row.Value.Id, EarlierRights.Actor(by, duty.UnitId), new AuditNote(request.Corrects is null ? "nhap-giay-phep-cap-truoc" : "de-nghi-dinh-chinh", $"{schema.Name}: {row.Value.Number}, {row.Value.HolderName}", request.Source), c);
            return row.Value.Id;
        }, ct);
    }

    /// <summary>A file of many: all of it or none.</summary>
    public async Task<Outcome<int>> ImportAsync(string code, IReadOnlyList<EarlierReading> licences, string fileName, Reader by, CancellationToken ct)
    {
        if (await rights.FindAsync(code, ct) is not var (schema, duty)) return Problem.NotFound();
        if (!EarlierRights.MayEnter(by, duty.UnitId)) return Problem.Forbidden(NotYours);
        var batch = (Id: Guid.CreateVersion7(), Name: fileName);
        return await work.ActAsync<int>(async c =>
        {
            var taken = await TakenAsync(code, licences, c);
            if (taken.Count > 0) return Problem.Invalid("Chưa nhập gì. Sửa tệp rồi nạp lại.", [.. taken.Select(t => new FieldFault("Tep", t))]);
            db.AddRange(licences.Select(l => Row(schema, duty, new EarlierRequest(l, $"Nhập từ tệp {fileName}", null, null), null, null, batch, by)));
            await audit.WriteAsync(Subject, batch.Id, EarlierRights.Actor(by, duty.UnitId), new AuditNote("nhap-giay-phep-cap-truoc-tu-tep", $"{schema.Name}: {licences.Count} giấy phép từ tệp {fileName}"), c);
            return licences.Count;
        }, ct);
    }

    public Task<Outcome<Done>> ConfirmAsync(string code, Guid id, Reader by, CancellationToken ct) =>
        DecideAsync(code, db.Set<EarlierLicence>().Where(e => e.Id == id), by, ConfirmInActAsync, ct);

    public Task<Outcome<Done>> ConfirmBatchAsync(string code, Guid batch, Reader by, CancellationToken ct) =>
        DecideAsync(code, db.Set<EarlierLicence>().Where(e => e.BatchId == batch && e.Confirmed == null).OrderBy(e => e.Id), by, ConfirmInActAsync, ct);

    public Task<Outcome<Done>> SendBackAsync(string code, Guid id, string? reason, Reader by, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Outcome<Done>>(Problem.Field("Reason", "Nhập lý do trả lại để người nhập sửa."))
        : DecideAsync(code, db.Set<EarlierLicence>().Where(e => e.Id == id), by, async (row, actor, c) =>
        {
            (row.Confirmed, row.Reason) = (false, reason.Trim());
            await audit.WriteAsync(Subject, row.Id, actor, new AuditNote("tra-lai-giay-phep-cap-truoc", $"Trả lại {row.Number}", row.Reason), c);
            return null;
        }, ct);

    private async Task<Outcome<Done>> DecideAsync(string code, IQueryable<EarlierLicence> which, Reader by, Func<EarlierLicence, Actor, CancellationToken, Task<Problem?>> decide, CancellationToken ct) =>
        await work.ActAsync<Done>(async c =>
        {
            var rows = await which.Where(e => e.Register == code).ToListAsync(c);
            if (rows.Count == 0 || rows.Any(r => !EarlierRights.MayRead(by, r.UnitId))) return Problem.NotFound();
            foreach (var row in rows)
            {
                if (!EarlierRights.MayDecide(by, row.UnitId)) return Problem.Forbidden("Trưởng phòng được giao nhiệm vụ của sổ hoặc lãnh đạo Sở mới xác nhận được.");
                if (row.Confirmed is not null) return Problem.WrongState($"{row.DecidedBy} đã {(row.Confirmed.Value ? "xác nhận" : "trả lại")} giấy phép {row.Number}.");
                if (row.ById == by.PersonId) return Problem.WrongState($"Bạn đã nhập {row.Number} nên người khác phải xác nhận.");
                if (await decide(row, EarlierRights.Actor(by, row.UnitId), c) is { } problem) return problem;
                (row.DecidedBy, row.DecidedAt, row.Version) = (by.Name, Now(), row.Version + 1);
            }

            return Done.Yes;
        }, ct);

    private async Task<Problem?> ConfirmInActAsync(EarlierLicence row, Actor actor, CancellationToken ct)
    {
        if (await TakenAsync(row.Register, row.Number, row.From, row.EntryId, row.Id, ct) is { } taken) return Problem.WrongState(taken);
        if (row.Corrects && await db.Set<RegisterEntry>().FirstAsync(e => e.Id == row.EntryId, ct) is var entry && entry.Version != row.EntryVersion)
            return Problem.WrongState($"{row.Number} đã được ghi thêm lần {entry.Version} sau khi đề nghị đính chính. Trả lại để người nhập xem lại.");
        row.EntryId = await book.EnterEarlierAsync(row, actor, ct);
        row.Confirmed = true;
        return null;
    }

    private async Task<Outcome<EarlierLicence>> ProposalAsync(RegisterSchema schema, Mandate.Duty duty, EarlierRequest request, Reader by, CancellationToken ct)
    {
        var licence = request.Licence;
        var entry = request.Corrects is { } id ? await db.Set<RegisterEntry>().FirstOrDefaultAsync(e => e.Id == id && e.Register == schema.Code, ct) : null;
        if (request.Corrects is not null && (entry is null || !await db.Set<EarlierLicence>().AnyAsync(e => e.EntryId == entry.Id && e.Confirmed == true, ct))) return Problem.NotFound();
        if (entry?.DocumentId is not null) return Problem.WrongState("Giấy phép này đã có văn bản phát hành trên hệ thống, nên nội dung chỉ đổi theo hồ sơ sửa đổi, cấp lại.");
        if (entry is not null && await db.Set<EarlierLicence>().AnyAsync(e => e.EntryId == entry.Id && e.Confirmed == null, ct)) return Problem.WrongState("Đã có một đề nghị đính chính đang chờ xác nhận.");
        if (await TakenAsync(schema.Code, licence.Number, licence.From, entry?.Id, null, ct) is { } taken) return Problem.Field(schema.KeyColumn, taken);
        var scan = request.Scan is null ? null : await files.AttachAsync(request.Scan, null, Subject, by.Name, ct);
        var row = Row(schema, duty, request, entry, scan?.Id, null, by);
        db.Add(row);
        return row;
    }

    private EarlierLicence Row(RegisterSchema schema, Mandate.Duty duty, EarlierRequest request, RegisterEntry? entry, Guid? scan, (Guid Id, string Name)? batch, Reader by) => new()
    {
        Register = schema.Code, SchemaVersion = rules.Today.Book<RegisterSchema>(schema.Code)!.Hash, EntryId = entry?.Id, Corrects = entry is not null, EntryVersion = entry?.Version,
        Number = request.Licence.Number, HolderName = request.Licence.Holder, From = request.Licence.From, To = request.Licence.To, State = request.Licence.State, Data = RegisterBook.Written(request.Licence.Values),
        FileId = scan, Source = request.Source, BatchId = batch?.Id, BatchName = batch?.Name, DutyId = duty.Id, UnitId = duty.UnitId, ById = by.PersonId, ByName = by.Name, At = Now(),
    };

    /// <summary>Of a file of many: which numbers the register or the waiting list has in that year.</summary>
    private async Task<IReadOnlyList<string>> TakenAsync(string register, IReadOnlyList<EarlierReading> licences, CancellationToken ct)
    {
        var numbers = licences.Select(l => l.Number).ToList();
        var there = (await db.Set<RegisterEntry>().Where(e => e.Register == register && numbers.Contains(e.Number)).Select(e => new { e.Number, e.From }).ToListAsync(ct)).Select(e => (e.Number, e.From.Year)).ToHashSet();
        var waiting = (await db.Set<EarlierLicence>().Where(e => e.Register == register && e.Confirmed == null && numbers.Contains(e.Number)).Select(e => new { e.Number, e.From }).ToListAsync(ct)).Select(e => (e.Number, e.From.Year)).ToHashSet();
        return [.. licences.Select(l => (l.Number, l.From.Year)).Where(l => there.Contains(l) || waiting.Contains(l)).Select(l => there.Contains(l) ? $"Số {l.Number} năm {l.Year} đã có trong sổ." : $"Số {l.Number} năm {l.Year} đã được nhập và đang chờ xác nhận.")];
    }

    /// <summary>Numbers begin anew each year: within a year one number stands for one licence, also among those that wait.</summary>
    private async Task<string?> TakenAsync(string register, string number, DateOnly issued, Guid? exceptEntry, Guid? exceptWaiting, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(issued.Year, 1, 1), new DateOnly(issued.Year, 12, 31));
        if (await db.Set<RegisterEntry>().AnyAsync(e => e.Register == register && e.Number == number && e.From >= first && e.From <= last && e.Id != exceptEntry, ct))
            return $"Số {number} năm {issued.Year} đã có trong sổ. Kiểm tra lại số và ngày trên giấy phép.";
        return await db.Set<EarlierLicence>().AnyAsync(e => e.Register == register && e.Number == number && e.From >= first && e.From <= last && e.Confirmed == null && e.Id != exceptWaiting && (exceptEntry == null || e.EntryId != exceptEntry), ct)
            ? $"Số {number} năm {issued.Year} đã được nhập và đang chờ xác nhận." : null;
    }

    private DateTime Now() => Microseconds.Trim(time.UtcNow());
}
