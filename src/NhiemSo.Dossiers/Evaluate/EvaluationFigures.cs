using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Feedback;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Evaluate;

/// <param name="Points">By indicator, in the order of the officer's set.</param>
/// <param name="Rank">Null while an indicator has no data.</param>
internal sealed record OfficerScore(string Name, int Dossiers, IReadOnlyList<decimal?> Points, string? Rank);

/// <param name="Share">"87,5 %"; null when the records give none.</param>
internal sealed record GroupShare(IndexGroup Group, string? Words, string? Share);

/// <summary>What the indicators are scored from, counted in the database over the dossiers decided in a period.</summary>
internal sealed class EvaluationFigures(DepartmentDb db, OneStopFigures figures, Catalogue catalogue, TimeProvider time)
{
    public async Task<IReadOnlyList<Decided>> DecidedAsync(Reader reader, ReportPeriod period, CancellationToken ct)
    {
        var finished = from p in Figure.Of("da-giai-quyet").Of(figures.Place(reader, new FigureScope(period)))
                       join m in db.Set<Matter>() on p.Course.Id equals m.Id
                       join d in db.Set<Dossier>() on p.Course.Id equals d.Id into known
                       from d in known.DefaultIfEmpty()
                       select new { m.ResponsibleId, p.Stands, Requests = p.Course.Requests > 1 ? 2 : p.Course.Requests, Electronic = d != null && d.ResultDocumentId != null };
        var rows = await finished
            .GroupBy(p => new { p.ResponsibleId, p.Stands, p.Requests, p.Electronic })
            .Select(g => new { g.Key.ResponsibleId, g.Key.Stands, g.Key.Requests, g.Key.Electronic, Count = g.Count() }).ToListAsync(ct);
        return [.. rows.Select(r => new Decided(r.ResponsibleId, r.Stands, r.Requests, r.Electronic, r.Count))];
    }

    public OnlineService Online(IReadOnlyList<Bucket> buckets)
    {
        var offered = catalogue.ForApplicants(time.Today()).Where(o => o.MayBeFiled).ToList();
        var received = buckets.Where(Figure.Of("trong-ky").Counts).ToList();
        var online = received.Where(b => b.Came == Came.Online).ToList();
        return new OnlineService(offered.Count, offered.Count(o => o.Online), received.Sum(b => b.Count), online.Sum(b => b.Count), online.Where(b => b.Stands is Stands.Late or Stands.OpenLate).Sum(b => b.Count));
    }

    public async Task<Answers> AnswersAsync(Reader reader, ReportPeriod period, CancellationToken ct)
    {
        var (from, until, now) = (Vietnam.Utc(period.From, TimeOnly.MinValue), Vietnam.Utc(period.To.AddDays(1), TimeOnly.MinValue), time.UtcNow());
        var marks = await db.FeedbackOf(reader).Where(f => f.Due >= from && f.Due < until && (f.AnsweredAt != null || f.Due < now))
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
            IReadOnlyList<decimal?> points = [.. set.Select(i => Scoring.OfDossiers(evaluation, i, own))];
            return new OfficerScore(name, own.Sum(d => d.Count), points, Scoring.Rank(evaluation.OfficerBands, points));
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
