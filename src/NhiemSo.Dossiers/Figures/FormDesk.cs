using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Biểu II.06a of a period: as the dossiers stand now, and as it was closed by somebody by name.</summary>
internal sealed class FormDesk(DepartmentDb db, Work work, OneStopFigures figures, FigureBooks books, RuleShelf rules, AuditTrail audit, TimeProvider time)
{
    public const int LongestNote = 500;

    private const string Code = FigureBooks.Form;

    /// <summary>Who sees all the office's dossiers: the form is the office's, not of a part of it.</summary>
    public static bool MaySee(Reader reader) => reader.Has(Role.Desk) || reader.Has(Role.Leader) || reader.Has(Role.Clerk);

    public static bool MayClose(Reader reader) => reader.Has(Role.Desk) || reader.Has(Role.Leader);

    public ReportRule Rule => rules.At(time.Today()).Get<ReportRule>(Code);

    public async Task<FormTable> LiveAsync(Reader reader, ReportPeriod period, CancellationToken ct) =>
        FormTable.Fill(Rule.Form!, books.ByField(await figures.CountAsync(reader, new FigureScope(period), ct)));

    public Task<Outcome<FormSnapshot>> CloseAsync(Reader by, ReportPeriod period, string? note, CancellationToken ct) =>
        work.ActAsync<FormSnapshot>(async c =>
        {
            if (!MayClose(by) || by.PersonId is not { } person) return Problem.Forbidden("Chốt số liệu là việc của Bộ phận Một cửa và lãnh đạo Sở.");
            if (period.From > time.Today()) return Problem.WrongState($"{period.Name} chưa bắt đầu nên chưa có gì để chốt.");
            var snapshot = new FormSnapshot
            {
                Form = Code, FormVersion = rules.At(time.Today()).Book<ReportRule>(Code)!.Hash, PeriodKey = period.Key, PeriodName = period.Name, From = period.From, To = period.To,
                Rows = JsonSerializer.Serialize((await LiveAsync(by, period, c)).Rows, Json.Options), ById = person, ByName = by.Name, Capacity = by.Capacity,
                Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(), At = Microseconds.Trim(time.UtcNow()),
            };
            db.Add(snapshot);
            await audit.WriteAsync("report", snapshot.Id, new Actor(person, by.Name, by.Capacity), new AuditNote("chot-so-lieu", $"Chốt biểu {Rule.Form!.Sign}, {period.Name}, từ {Wording.Date(period.From)} đến {Wording.Date(period.To)}", snapshot.Note), c);
            return snapshot;
        }, ct);

    /// <summary>Closed forms of these days, the latest first.</summary>
    public Task<List<FormSnapshot>> ClosedAsync(ReportPeriod period, CancellationToken ct) =>
        db.Set<FormSnapshot>().AsNoTracking().Where(s => s.Form == Code && s.From == period.From && s.To == period.To).OrderByDescending(s => s.Id).Take(20).ToListAsync(ct);

    public Task<FormSnapshot?> FindAsync(Guid id, CancellationToken ct) => db.Set<FormSnapshot>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.Form == Code, ct);

    /// <summary>The rows as they were closed, under the form of that time.</summary>
    public FormTable Table(FormSnapshot snapshot) =>
        new(rules.Version<ReportRule>(snapshot.FormVersion).Form!, JsonSerializer.Deserialize<List<FormRow>>(snapshot.Rows, Json.Options)!);
}
