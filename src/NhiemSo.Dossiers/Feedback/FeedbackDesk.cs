using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Mandate;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>What somebody writes.</summary>
internal sealed record FeedbackInput(string? Text, string? Name, string? Email);

/// <summary>Takes complaints about lateness and comments on procedures, and answers them. Each is one act.</summary>
internal sealed class FeedbackDesk(
    DepartmentDb db, Work work, AuditTrail audit, RuleShelf rules, OfficeCalendar calendar, Catalogue catalogue, IDuties duties, Outbox outbox, PublicAddress address, TimeProvider time)
{
    public const int Longest = 4000;

    private const string Notices = "phan-anh";

    private static readonly Actor Outside = new(null, "Người góp ý", "không đăng nhập");

    /// <summary>The applicant says that the dossier is late; its trail tells of it.</summary>
    public Task<Outcome<FeedbackItem>> ComplainAsync(Guid dossierId, string? text, CancellationToken ct) => work.ActAsync<FeedbackItem>(async c =>
    {
        if (await db.Set<Matter>().FirstOrDefaultAsync(m => m.Id == dossierId, c) is not { } matter) return Problem.NotFound();
        if (!IsLate(matter)) return Problem.WrongState("Hồ sơ chưa quá hạn nên chưa phản ánh chậm được. Trang hồ sơ ghi rõ hạn trả kết quả.");
        if (await db.Set<FeedbackItem>().AnyAsync(f => f.DossierId == dossierId && f.AnsweredAt == null, c)) return Problem.WrongState("Phản ánh trước của bạn đang chờ trả lời. Câu trả lời hiện ở trang hồ sơ.");
        if (TextFault(text, "Ghi điều bạn muốn phản ánh.") is { } fault) return fault;
        var dossier = await db.Set<Dossier>().FirstAsync(d => d.Id == dossierId, c);
        var item = New(FeedbackAbout.Lateness, dossier.Procedure, matter.Title, matter.DutyCitation, matter.UnitId, text!, dossier.ApplicantName, dossier.Email, dossierId);
        await audit.WriteAsync("matter", dossierId, Actor.Applicant, new AuditNote("phan-anh-cham", "Người nộp phản ánh hồ sơ giải quyết chậm"), c);
        return item;
    }, ct);

    public Task<Outcome<FeedbackItem>> CommentAsync(string procedure, FeedbackInput input, CancellationToken ct) => work.ActAsync<FeedbackItem>(async c =>
    {
        var today = time.Today();
        if (catalogue.Find(procedure, today) is not { Procedure.OpenedByOffice: false } offered) return Problem.NotFound("Không có thủ tục này. Tìm lại trên trang chủ.");
        if (TextFault(input.Text, "Ghi góp ý của bạn.") is { } fault) return fault;
        if (input.Email is { Length: > 0 } email && Platform.Forms.FieldPatterns.Fault("email", email) is { } wrong) return Problem.Field(nameof(FeedbackInput.Email), wrong);
        if (input.Name?.Length > 200) return Problem.Field(nameof(FeedbackInput.Name), "Họ tên dài quá 200 chữ cái. Viết ngắn lại.");
        if (await duties.FindAsync(offered.Procedure.Duty, offered.Book.From, today, c) is not { } duty) return Problem.WrongState($"Chưa có đơn vị nào được giao nhiệm vụ {offered.Procedure.Duty}.");
        var item = New(FeedbackAbout.Procedure, offered.Procedure.Code, offered.Procedure.Name, duty.Citation, duty.UnitId, input.Text!, input.Name, input.Email, null);
        await audit.WriteAsync("feedback", item.Id, Outside, new AuditNote("gop-y", "Nhận góp ý về thủ tục"), c);
        return item;
    }, ct);

    /// <summary>By a person, whose name and post are told.</summary>
    public Task<Outcome<FeedbackItem>> AnswerAsync(Guid id, string? text, Reader by, CancellationToken ct) => work.ActAsync<FeedbackItem>(async c =>
    {
        if (await db.FeedbackOf(by).FirstOrDefaultAsync(f => f.Id == id, c) is not { } item) return Problem.NotFound();
        if (item.AnsweredAt is not null) return Problem.WrongState($"{item.AnsweredBy} đã trả lời lúc {Platform.Words.Wording.Moment(item.AnsweredAt.Value)}. Mỗi phản ánh chỉ trả lời một lần.");
        if (TextFault(text, "Ghi câu trả lời: người gửi sẽ đọc đúng câu này.") is { } fault) return fault;
        var actor = new Actor(by.PersonId, by.Name, by.Capacity);
        (item.AnsweredAt, item.Answer, item.AnsweredBy) = (Microseconds.Trim(time.UtcNow()), text!.Trim(), $"{by.Name}, {by.Capacity}");
        item.Version++;
        var note = new AuditNote("tra-loi-phan-anh", item.About == FeedbackAbout.Lateness ? "Trả lời phản ánh giải quyết chậm" : "Trả lời góp ý về thủ tục");
        await audit.WriteAsync("feedback", item.Id, actor, note, c);
        if (item.DossierId is { } dossierId) await audit.WriteAsync("matter", dossierId, actor, note, c);
        await TellAsync(item, c);
        return item;
    }, ct);

    /// <summary>Past its statutory day and still with the office.</summary>
    public bool IsLate(Matter matter) => matter is { Closed: null, Due: { } due } && due < time.UtcNow();

    private FeedbackItem New(FeedbackAbout about, string procedure, string title, string duty, Guid unit, string text, string? name, string? email, Guid? dossierId)
    {
        var now = Microseconds.Trim(time.UtcNow());
        var limit = rules.At(Vietnam.Day(now)).All<FeedbackRule>()[0].Of(about);
        var item = new FeedbackItem
        {
            Code = NewCode(), About = about, DossierId = dossierId, Procedure = procedure, Title = title, DutyCitation = duty, UnitId = unit, Text = text.Trim(),
            Name = Given(name), Email = Given(email), At = now, Due = RunningClock.Start(limit, now).Due(calendar.Calendar),
        };
        db.Add(item);
        return item;
    }

    /// <summary>A letter to who gave an e-mail address; everybody else finds the answer on the page.</summary>
    private async Task TellAsync(FeedbackItem item, CancellationToken ct)
    {
        if (item.Email is not { } to || rules.Today.Find<NoticeBook>(Notices)?.Notice(item.About == FeedbackAbout.Lateness ? "tra-loi-cham" : "tra-loi-gop-y") is not { } notice) return;
        var code = item.Code;
        if (item.DossierId is { } id) code = await db.Set<Matter>().Where(m => m.Id == id).Select(m => m.Number).FirstOrDefaultAsync(ct) ?? await db.Set<Dossier>().Where(d => d.Id == id).Select(d => d.LookupCode).FirstAsync(ct);
        var (subject, text) = notice.Fill(new PaperValues()
            .Set("co_quan", rules.Today.All<OfficeRule>()[0].Name).Set("ma", code).Set("ten_thu_tuc", item.Title).Set("tra_loi", item.Answer).Set("nguoi_tra_loi", item.AnsweredBy)
            .Set("dia_chi", address.Of(item.DossierId is null ? $"/gop-y?ma={code}" : LookupPageModel.At(code))));
        await outbox.MailAsync($"phan-anh:{item.Id:N}", new MailMessage(to, item.Name ?? "", subject, text) { MatterId = item.DossierId }, ct);
    }

    private static Problem? TextFault(string? text, string empty) => text?.Trim() switch
    {
        null or "" => Problem.Field(nameof(FeedbackInput.Text), empty),
        { Length: > Longest } => Problem.Field(nameof(FeedbackInput.Text), $"Viết ngắn lại, nhiều nhất {Longest} chữ cái."),
        _ => null,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Without letters that look alike; too many to be guessed at five tries an hour.</summary>
    private static string NewCode()
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHKLMNPQRSTUVXY3456789", 8);
        return $"GY-{code[..4]}-{code[4..]}";
    }
}
