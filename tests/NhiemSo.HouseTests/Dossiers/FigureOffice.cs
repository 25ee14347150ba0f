using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Model;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>
/// A quarter's dossiers, written down as instants. Today is 10/11/2026, 09:12; the quarter runs from 15/9 to 14/12. "Books" are dossiers of
/// publishing (TTBC), "post" those of the postal licence (CNTT). Times are Vietnam's.
/// </summary>
internal sealed class FigureOffice(WebHouse house)
{
    public const string Books = TheLine.Procedure, Post = "buu-chinh-cap-giay-phep", BooksField = "Xuất bản, in và phát hành", PostField = "Bưu chính";

    private sealed record Script(string Procedure, Channel Channel, string Accepted, string? Due, string? Ended = null, Ending? Ending = null, string? Waiting = null, string? Promised = null);

    private static readonly Script[] Quarter =
    [
        new(Books, Channel.Online, "10/09 08:00", "01/10", "30/09 16:00", Ending.Granted), // from before, early
        new(Books, Channel.Desk, "12/09 08:00", "03/10", "05/10 09:00", Ending.Refused, Promised: "06/10"), // from before, late, within the promised day
        new(Books, Channel.Online, "20/09 09:00", "12/10", "12/10 23:59", Ending.Granted), // the last minute of the due day: on time
        new(Post, Channel.Post, "20/09 09:00", "12/10", "13/10 00:00", Ending.Granted), // the first of the next: late
        new(Post, Channel.Online, "01/10 09:00", "30/10"), // open and late
        new(Books, Channel.Desk, "01/10 09:00", "30/10", Waiting: "20/10 10:00"), // waits for the applicant: in time
        new(Books, Channel.Online, "01/11 09:00", "10/11"), // due today: in time
        new(Post, Channel.Desk, "05/11 09:00", "25/11", "06/11 09:00", Ending.Withdrawn),
        new(Books, Channel.Desk, "05/11 09:00", "25/11", "07/11 09:00", Ending.Stopped),
        new(Books, Channel.Online, "02/09 09:00", "20/09", "14/09 23:59", Ending.Granted), // done before the quarter: not counted
        new(Post, Channel.Online, "11/09 09:00", "15/09", "15/09 00:00", Ending.Granted), // from before, on time on the first day
        new(Post, Channel.Online, "03/11 08:00", "05/11 10:00", "05/11 10:00", Ending.Granted), // hours: the due minute is on time
        new(Post, Channel.Online, "03/11 08:00", "05/11 10:00", "05/11 10:01", Ending.Granted), // hours: late
        new(Post, Channel.Online, "03/11 08:00", "05/11 10:00", "05/11 09:59", Ending.Granted), // hours: early
        new(Books, Channel.Desk, "04/11 09:00", null, "06/11 09:00", Ending.Granted), // the law sets no limit
        new(Books, Channel.Desk, "04/11 09:00", null),
    ];

    public Task FillAsync() => house.AskAsync(async (DepartmentDb db) =>
    {
        foreach (var script in Quarter) await AddAsync(db, script, At(script.Accepted));
        await AddAsync(db, new Script(Books, Channel.Online, "07/11 15:00", null, "08/11 10:00", Ending.NotAccepted), accepted: null);
        return await db.SaveChangesAsync();
    });

    private async Task AddAsync(DepartmentDb db, Script script, DateTime? accepted)
    {
        var unit = await db.Set<Unit>().FirstAsync(u => u.Code == (script.Procedure == Books ? "TTBC" : "CNTT"));
        var process = await house.AskAsync((RuleShelf rules) => Task.FromResult(rules.Today.Book<ProcessDefinition>("mot-cua-so-quyet-dinh")!.Hash));
        var matter = new Matter
        {
            Kind = "dossier", Title = "Hồ sơ theo kịch bản", PartyName = "Đơn vị minh họa", DutyId = Guid.CreateVersion7(), DutyCitation = "4.3.2.a", UnitId = unit.Id, Process = "mot-cua-so-quyet-dinh", ProcessVersion = process,
            State = "dang-tham-dinh", StateName = "Đang thẩm định", Opened = At(script.Accepted), LastEvent = At(script.Ended ?? script.Accepted), Number = $"000.00.23.H32-{Guid.CreateVersion7():N}"[..30],
        };
        db.Add(matter);
        db.AddRange(Scope.KeysOf(matter, []).Select(k => new MatterScope { MatterId = matter.Id, Key = k }));
        var edges = script.Due is { } due ? DueEdges.Of(due.Length > 5 ? At(due) : At(due + " 23:59").AddSeconds(59)) : (DueEdges?)null;
        DateTime? ended = script.Ended is { } end ? At(end) : null;
        db.Add(new Course
        {
            Id = matter.Id, Procedure = script.Procedure, Channel = script.Channel, SubmittedAt = At(script.Accepted), AcceptedAt = accepted, OnTimeFrom = edges?.OnTimeFrom, LateFrom = edges?.LateFrom,
            PromisedLateFrom = script.Promised is { } promised ? DueEdges.Of(At(promised + " 23:59").AddSeconds(59)).LateFrom : null,
            Waiting = script.Waiting is not null, StoodAt = script.Waiting is { } waiting ? At(waiting) : ended, EndedAt = ended, Ending = script.Ending,
        });
    }

    private static DateTime At(string text) => Vietnam.Utc(new DateOnly(2026, int.Parse(text[3..5]), int.Parse(text[..2])), TimeOnly.ParseExact(text[6..], "HH:mm"));
}
