using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Feedback;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Rating;

/// <summary>The survey as one applicant sees it.</summary>
/// <param name="Given">When it was first answered; null: not yet.</param>
/// <param name="ChangeUntil">Last day of changing it.</param>
internal sealed record RatingSheet(IReadOnlyList<SurveyQuestion> Questions, IReadOnlyDictionary<string, string> Answers, DateTime? Given, DateOnly? ChangeUntil, bool MayGive);

/// <summary>Takes the applicant's answers when the dossier ended. The trail of the dossier doesn't tell of them: whoever dealt with it is not to know.</summary>
internal sealed class Ratings(DepartmentDb db, Work work, AuditTrail audit, RuleShelf rules, TimeProvider time)
{
    public const int LongestComment = 2000;

    /// <summary>Null while there is nothing to rate.</summary>
    public async Task<RatingSheet?> SheetAsync(Matter matter, Channel channel, CancellationToken ct)
    {
        if (!Ended(matter) || channel == Channel.Office || rules.Today.All<Survey>() is not [var survey, ..]) return null;
        var complained = await db.Set<FeedbackItem>().AnyAsync(f => f.DossierId == matter.Id && f.AnsweredAt != null, ct);
        var given = await db.Set<DossierRating>().AsNoTracking().FirstOrDefaultAsync(r => r.DossierId == matter.Id, ct);
        var answers = given is null ? [] : await db.Set<RatingAnswer>().AsNoTracking().Where(a => a.RatingId == given.Id).ToDictionaryAsync(a => a.Question, a => a.Answer, StringComparer.Ordinal, ct);
        if (given?.Comment is { } comment && survey.Questions.FirstOrDefault(q => q.InWords) is { } words) answers[words.Id] = comment;
        DateOnly? until = given is null ? null : Vietnam.Day(given.At).AddDays(survey.ChangeDays);
        return new RatingSheet(survey.For(channel, complained), answers, given?.At, until, until is null || time.Today() <= until);
    }

    /// <param name="typed">Answers by question.</param>
    public async Task<Outcome<Done>> GiveAsync(Matter matter, Channel channel, IReadOnlyDictionary<string, string> typed, CancellationToken ct) => await work.ActAsync<Done>(async c =>
    {
        if (await SheetAsync(matter, channel, c) is not { } sheet) return Problem.WrongState("Hồ sơ chưa kết thúc nên chưa đánh giá được. Khi có kết quả, trang này hỏi ý kiến bạn.");
        if (!sheet.MayGive) return Problem.WrongState($"Phiếu đánh giá chỉ sửa được đến ngày {Platform.Words.Wording.Date(sheet.ChangeUntil!.Value)}. Câu trả lời bạn đã gửi vẫn được giữ.");
        var chosen = sheet.Questions.Where(q => !q.InWords).ToDictionary(q => q, q => typed.GetValueOrDefault(q.Id) ?? "");
        var missing = chosen.Where(p => p.Key.Answers.All(a => a.Value != p.Value)).Select(p => new FieldFault(p.Key.Id, $"Chọn câu trả lời: {p.Key.Asks}")).ToArray();
        var comment = sheet.Questions.FirstOrDefault(q => q.InWords) is { } words && typed.GetValueOrDefault(words.Id)?.Trim() is { Length: > 0 } said ? said : null;
        if (comment?.Length > LongestComment) missing = [.. missing, new FieldFault(sheet.Questions.First(q => q.InWords).Id, $"Viết ngắn lại, nhiều nhất {LongestComment} chữ cái.")];
        if (missing.Length > 0) return Problem.Invalid("Phiếu còn câu chưa trả lời.", missing);

        var now = Microseconds.Trim(time.UtcNow());
        var rating = await db.Set<DossierRating>().FirstOrDefaultAsync(r => r.DossierId == matter.Id, c);
        var first = rating is null;
        if (rating is null) db.Add(rating = new DossierRating { DossierId = matter.Id, UnitId = matter.UnitId, At = now, ChangedAt = now });
        (rating.ChangedAt, rating.Comment) = (now, comment);
        var known = await db.Set<RatingAnswer>().Where(a => a.RatingId == rating.Id).ToListAsync(c);
        foreach (var (question, answer) in chosen)
        {
            if (known.Find(a => a.Question == question.Id) is { } earlier) earlier.Answer = answer;
            else db.Add(new RatingAnswer { RatingId = rating.Id, Question = question.Id, Answer = answer });
        }

        await audit.WriteAsync("rating", rating.Id, Actor.Applicant, new AuditNote("danh-gia", first ? "Gửi phiếu đánh giá" : "Sửa phiếu đánh giá"), c);
        return Done.Yes;
    }, ct);

    private static bool Ended(Matter matter) => matter.Closed is not null || matter.Group == StateGroup.Done;
}
