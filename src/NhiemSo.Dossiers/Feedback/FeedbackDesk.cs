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

/// <summary>Takes complaints about lateness and conduct and comments on procedures, and answers them. Each is one act.</summary>
internal sealed class FeedbackDesk(
    DepartmentDb db, Work work, AuditTrail audit, RuleShelf rules, OfficeCalendar calendar, Catalogue catalogue, IDuties duties, Outbox outbox, PublicAddress address, TimeProvider time)
{
    public const int Longest = 4000;

    private const string Notices = "phan-anh", Subject = "feedback";

    private static readonly Problem Waiting = Problem.WrongState("Phản ánh trước của bạn đang chờ trả lời. Câu trả lời hiện ở trang hồ sơ.");

    private static readonly Actor Outside = new(null, "Người góp ý", "không đăng nhập");

    /// <summary>The applicant says that the dossier is late; its trail tells of it.</summary>
    public Task<Outcome<FeedbackItem>> ComplainAsync(Guid dossierId, string? text, CancellationToken ct) => work.ActAsync<FeedbackItem>(async c =>
    {
        if (await db.Set<Matter>().FirstOrDefaultAsync(m => m.Id == dossierId, c) is not { } matter) return Problem.NotFound();
        if (!IsLate(matter)) return Problem.WrongState("Hồ sơ chưa quá hạn nên chưa phản ánh chậm được. Trang hồ sơ ghi rõ hạn trả kết quả.");
        if (await WaitsAsync(dossierId, FeedbackAbout.Lateness, c)) return Waiting;
        if (TextFault(text, "Ghi điều bạn muốn phản ánh.") is { } fault) return fault;
        var dossier = await db.Set<Dossier>().FirstAsync(d => d.Id == dossierId, c);
        var item = New(FeedbackAbout.Lateness, dossier.Procedure, matter.Title, matter.DutyCitation, matter.UnitId, new FeedbackInput(text, dossier.ApplicantName, dossier.Email), dossierId);
        await audit.WriteAsync("matter", dossierId, Actor.Applicant, new AuditNote("phan-anh-cham", "Người nộp phản ánh hồ sơ giải quyết chậm"), c);
        return item;
    }, ct);

    /// <summary>The applicant says how somebody behaved. The dossier's trail doesn't tell of it: whoever deals with it is not to know.</summary>
    public Task<Outcome<FeedbackItem>> ComplainOfConductAsync(Guid dossierId, Meant? meant, string? text, CancellationToken ct) => work.ActAsync<FeedbackItem>(async c =>
    {
        if (await db.Set<Matter>().FirstOrDefaultAsync(m => m.Id == dossierId, c) is not { } matter) return Problem.NotFound();
        if (await WaitsAsync(dossierId, FeedbackAbout.Conduct, c)) return Waiting;
        if (meant is not { } whom) return Problem.Field(nameof(ConductPageModel.Whom), "Chọn bạn phản ánh về ai. Không rõ thì chọn câu cuối.");
        if (TextFault(text, "Ghi điều bạn muốn phản ánh.") is { } fault) return fault;
        var dossier = await db.Set<Dossier>().FirstAsync(d => d.Id == dossierId, c);
        var item = New(FeedbackAbout.Conduct, dossier.Procedure, matter.Title, matter.DutyCitation, matter.UnitId, new FeedbackInput(text, dossier.ApplicantName, dossier.Email), dossierId,
            whom, whom == Meant.Officer ? matter.ResponsibleId : null);
        await audit.WriteAsync(Subject, item.Id, Actor.Applicant, new AuditNote("phan-anh-thai-do", "Người nộp phản ánh thái độ khi giải quyết hồ sơ"), c);
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
        var item = New(FeedbackAbout.Procedure, offered.Procedure.Code, offered.Procedure.Name, duty.Citation, duty.UnitId, input);
        await audit.WriteAsync(Subject, item.Id, Outside, new AuditNote("gop-y", "Nhận góp ý về thủ tục"), c);
        return item;
    }, ct);

    /// <summary>By a person, whose name and post are told.</summary>
    /// <param name="right">Whether a complaint about conduct is found right; nothing is to be said of the others.</param>
    public Task<Outcome<FeedbackItem>> AnswerAsync(Guid id, string? text, bool? right, Reader by, CancellationToken ct) => work.ActAsync<FeedbackItem>(async c =>
    {
        if (await db.FeedbackOf(by).FirstOrDefaultAsync(f => f.Id == id, c) is not { } item) return Problem.NotFound();
        if (item.AnsweredAt is not null) return Problem.WrongState($"{item.AnsweredBy} đã trả lời lúc {Platform.Words.Wording.Moment(item.AnsweredAt.Value)}. Mỗi phản ánh chỉ trả lời một lần.");
        if (TextFault(text, "Ghi câu trả lời: người gửi sẽ đọc đúng câu này.") is { } fault) return fault;
        var conduct = item.About == FeedbackAbout.Conduct;
        if (conduct && right is null) return Problem.Field(nameof(AnswerPageModel.Right), "Chọn phản ánh đúng hay không đúng: chỉ số thái độ tính theo câu này.");
        var actor = new Actor(by.PersonId, by.Name, by.Capacity);
        (item.AnsweredAt, item.Answer, item.AnsweredBy, item.FoundRight) = (Microseconds.Trim(time.UtcNow()), text!.Trim(), $"{by.Name}, {by.Capacity}", conduct ? right : null);
        item.Version++;
        var note = new AuditNote("tra-loi-phan-anh", item.About switch
        {
            FeedbackAbout.Lateness => "Trả lời phản ánh giải quyết chậm",
            FeedbackAbout.Conduct => $"Trả lời phản ánh thái độ: {FeedbackClock.Verdict(right!.Value).ToLowerInvariant()}",
            _ => "Trả lời góp ý về thủ tục",
        });
        await audit.WriteAsync(Subject, item.Id, actor, note, c);
        if (item.DossierId is { } dossierId && !conduct) await audit.WriteAsync("matter", dossierId, actor, note, c);
        await TellAsync(item, c);
        return item;
    }, ct);

    /// <summary>Past its statutory day and still with the office.</summary>
    public bool IsLate(Matter matter) => matter is { Closed: null, Due: { } due } && due < time.UtcNow();

    private Task<bool> WaitsAsync(Guid dossierId, FeedbackAbout about, CancellationToken ct) =>
        db.Set<FeedbackItem>().AnyAsync(f => f.DossierId == dossierId && f.About == about && f.AnsweredAt == null, ct);

    private FeedbackItem New(FeedbackAbout about, string procedure, string title, string duty, Guid unit, FeedbackInput input, Guid? dossierId = null, Meant? meant = null, Guid? meantId = null)
    {
        var now = Microseconds.Trim(time.UtcNow());
        var limit = rules.At(Vietnam.Day(now)).All<FeedbackRule>()[0].Of(about);
        var item = new FeedbackItem
        {
            Code = NewCode(), About = about, DossierId = dossierId, Procedure = procedure, Title = title, DutyCitation = duty, UnitId = unit, Text = input.Text!.Trim(),
            Meant = meant, MeantId = meantId, Name = Given(input.Name), Email = Given(input.Email), At = now, Due = RunningClock.Start(limit, now).Due(calendar.Calendar),
        };
        db.Add(item);
        return item;
    }

    /// <summary>A letter to who gave an e-mail address; everybody else finds the answer on the page.</summary>
    private async Task TellAsync(FeedbackItem item, CancellationToken ct)
    {
        if (item.Email is not { } to || rules.Today.Find<NoticeBook>(Notices)?.Notice(NoticeOf(item.About)) is not { } notice) return;
        var code = item.Code;
        if (item.DossierId is { } id) code = await db.Set<Matter>().Where(m => m.Id == id).Select(m => m.Number).FirstOrDefaultAsync(ct) ?? await db.Set<Dossier>().Where(d => d.Id == id).Select(d => d.LookupCode).FirstAsync(ct);
        var (subject, text) = notice.Fill(new PaperValues()
            .Set("co_quan", rules.Today.All<OfficeRule>()[0].Name).Set("ma", code).Set("ten_thu_tuc", item.Title).Set("tra_loi", item.Answer).Set("ket_luan", item.FoundRight is { } right ? FeedbackClock.Verdict(right) : null).Set("nguoi_tra_loi", item.AnsweredBy)
            .Set("dia_chi", address.Of(item.DossierId is null ? $"/gop-y?ma={code}" : LookupPageModel.At(code))));
        await outbox.MailAsync($"phan-anh:{item.Id:N}", new MailMessage(to, item.Name ?? "", subject, text) { MatterId = item.DossierId }, ct);
    }

    private static string NoticeOf(FeedbackAbout about) => about switch
    {
        FeedbackAbout.Lateness => "tra-loi-cham",
        FeedbackAbout.Conduct => "tra-loi-thai-do",
        _ => "tra-loi-gop-y",
    };

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
