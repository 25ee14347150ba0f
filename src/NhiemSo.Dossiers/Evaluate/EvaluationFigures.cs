using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Decide;
using NhiemSo.Dossiers.Feedback;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Posting;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Rating;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Evaluate;

/// <param name="Points">By indicator, in the order of the officer's set; null without data.</param>
/// <param name="Rank">Null while an indicator has no data.</param>
internal sealed record OfficerScore(string Name, int Dossiers, IReadOnlyList<Scored?> Points, string? Rank);

/// <param name="Share">"87,5 %"; null when the records give none.</param>
internal sealed record GroupShare(IndexGroup Group, string? Words, string? Share);

/// <summary>What the indicators are scored from, counted in the database over the dossiers decided in a period.</summary>
internal sealed class EvaluationFigures(DepartmentDb db, OneStopFigures figures, Catalogue catalogue, Decider decider, RuleShelf rules, TimeProvider time)
{
    public async Task<IReadOnlyList<Decided>> DecidedAsync(Reader reader, Evaluation evaluation, ReportPeriod period, CancellationToken ct)
    {
        // Of months and days of one's own choice no answers: two such periods that differ by one dossier would tell its answer.
        var asked = period.IsQuarterOrYear ? evaluation.Indicators.Select(i => i.Asked).FirstOrDefault(a => a is not null) : null;
        var question = asked?.Question;
        var said = from a in db.Set<RatingAnswer>() join r in db.Set<DossierRating>() on a.RatingId equals r.Id where a.Question == question select new { r.DossierId, a.Answer };
        var finished = from p in Figure.Of("da-giai-quyet").Of(figures.Place(reader, new FigureScope(period)))
                       join m in db.Set<Matter>() on p.Course.Id equals m.Id
                       join d in db.Set<Dossier>() on p.Course.Id equals d.Id into known
                       from d in known.DefaultIfEmpty()
                       join a in said on p.Course.Id equals a.DossierId into answered
                       from a in answered.DefaultIfEmpty()
                       select new
                       {
                           m.ResponsibleId, p.Stands, Requests = p.Course.Requests > 1 ? 2 : p.Course.Requests, Electronic = d != null && d.ResultDocumentId != null,
                           p.Course.UnitsTime, p.Course.OnPortal, Contacts = a == null ? null : a.Answer,
                           Posted = db.Set<NoticePosting>().Any(n => n.Procedure == p.Course.Procedure && n.From <= p.Course.EndedAt && (n.Until == null || p.Course.EndedAt < n.Until)),
                           Complained = db.Set<FeedbackItem>().Any(f => f.DossierId == p.Course.Id && f.FoundRight == true),
                       };
        var rows = await finished
            .GroupBy(p => new { p.ResponsibleId, p.Stands, p.Requests, p.Electronic, p.UnitsTime, p.OnPortal, p.Contacts, p.Posted, p.Complained })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var decided = rows.Select(r => new Decided(r.Key.ResponsibleId, r.Key.Stands, r.Key.Requests, r.Key.Electronic, r.Count)
        {
            UnitsTime = r.Key.UnitsTime, OnPortal = r.Key.OnPortal, Contacts = r.Key.Contacts, Posted = r.Key.Posted, Complained = r.Key.Complained,
        });
        return Decided.Guarded([.. decided], SmallestGroup(asked));
    }

    /// <summary>Fewest answers that are shown of anybody.</summary>
    private int SmallestGroup(SurveyAsked? asked) => asked is not null && rules.Today.Find<Survey>(asked.Survey) is { } survey ? survey.SmallestGroup : int.MaxValue;

    public OnlineService Online(IReadOnlyList<Bucket> buckets)
    {
        var offered = catalogue.ForApplicants(time.Today()).Where(o => o.MayBeFiled).ToList();
        var received = buckets.Where(Figure.Of("trong-ky").Counts).ToList();
        var online = received.Where(b => b.Came == Came.Online).ToList();
        return new OnlineService(offered.Count, offered.Count(o => o.Online), received.Sum(b => b.Count), online.Sum(b => b.Count), online.Where(b => b.Stands is Stands.Late or Stands.OpenLate).Sum(b => b.Count));
    }

    /// <summary>By the processes of the procedures offered on the last day of the period, today's while it runs.</summary>
    public async Task<DeskService> DeskAsync(ReportPeriod period, CancellationToken ct)
    {
        var day = period.To < time.Today() ? period.To : time.Today();
        var processes = new List<ProcessDefinition>();
        foreach (var offered in catalogue.ForApplicants(day).Where(o => o.MayBeFiled)) processes.Add(rules.At(day).Get<ProcessDefinition>(await decider.ProcessAsync(offered.Procedure, day, ct)));
        return new DeskService(processes.Count, processes.Count(AtDesk.TakesInAndReturns), processes.Count(AtDesk.AppraisesAndApproves));
    }

    /// <summary>All of them, also those that a reader may not open: only their number is told.</summary>
    public async Task<Answers> AnswersAsync(ReportPeriod period, CancellationToken ct)
    {
        var (from, until, now) = (Vietnam.Utc(period.From, TimeOnly.MinValue), Vietnam.Utc(period.To.AddDays(1), TimeOnly.MinValue), time.UtcNow());
        var marks = await db.Set<FeedbackItem>().Where(f => f.Due >= from && f.Due < until && (f.AnsweredAt != null || f.Due < now))
            .GroupBy(f => f.AnsweredAt != null && f.AnsweredAt <= f.Due).Select(g => new { InTime = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new Answers(marks.Sum(m => m.Count), marks.Where(m => m.InTime).Sum(m => m.Count));
    }

    public async Task<IReadOnlyList<OfficerScore>> OfficersAsync(Evaluation evaluation, IReadOnlyList<Decided> decided, CancellationToken ct)
    {
        var ids = decided.Select(d => d.OfficerId).OfType<Guid>().Distinct().ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.SortKey).Select(p => new { p.Id, p.FullName }).ToListAsync(ct);
        var set = evaluation.OfficerSet.Select(n => evaluation.Indicators[n - 1]).ToList();
        return [.. people.Select(p => Score(p.FullName, [.. decided.Where(d => d.OfficerId == p.Id)]))];

        OfficerScore Score(string name, IReadOnlyList<Decided> own)
        {
            IReadOnlyList<Scored?> points = [.. set.Select(i => Scoring.OfDossiers(evaluation, i, own))];
            return new OfficerScore(name, own.Sum(d => d.Count), points, Scoring.Rank(evaluation.OfficerBands, [.. points.Select(p => p?.Points)]));
        }
    }

    public static IReadOnlyList<GroupShare> Groups(ServiceIndex index, IReadOnlyList<Decided> decided, OnlineService online)
    {
        var all = decided.Sum(d => d.Count);
        return [.. index.Groups.Select(g => Share(g))];

        GroupShare Share(IndexGroup group)
        {
            var (words, part, whole) = group.Measure switch
            {
                IndexMeasure.InTimeShare => ("Hồ sơ giải quyết trước hạn và đúng hạn", decided.Where(d => d.Stands != Stands.Late).Sum(d => d.Count), all),
                IndexMeasure.ElectronicResults => ("Hồ sơ có kết quả là văn bản điện tử của Sở", decided.Where(d => d.Electronic).Sum(d => d.Count), all),
                IndexMeasure.OnlineShare => ("Hồ sơ nộp trực tuyến trong số tiếp nhận trong kỳ", online.OnlineDossiers, online.Dossiers),
                _ => ((string?)null, 0, 0),
            };
            return new GroupShare(group, words, Shares.Words(part, whole) is { } share ? $"{share} ({Wording.Number(part)} trong {Wording.Number(whole)})" : null);
        }
    }
}
