using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Keeps the <see cref="Course"/> of a dossier in the act that moves it. What the department opened itself is nobody's application and has none.</summary>
internal sealed class CourseWriter(DepartmentDb db, OfficeCalendar calendar, Legs legs, Catalogue catalogue) : IActFollower
{
    private const string RequestForm = "mau-02";

    // Public states of Thông tư 22/2019/TT-BTTTT, Phụ lục I.
    private const int NotAcceptedStatus = 3, WithdrawnStatus = 7;

    public async Task AfterAsync(ActScope act, CancellationToken ct)
    {
        if (act.Matter.Kind != DossiersRoom.Kind) return;
        if (await db.Set<Dossier>().FindAsync([act.Matter.Id], ct) is not { Channel: not Channel.Office } dossier) return;
        var course = await db.Set<Course>().FindAsync([dossier.Id], ct);
        if (course is null) db.Add(course = New(dossier));
        if (act.Act.Produces.Contains(RequestForm, StringComparer.Ordinal)) course.Requests++;
        Write(course, act.Matter, dossier, act.Process, act.Now);
        await WriteDecisionAsync(course, act.Matter, act.Process, ct);
    }

    public static Course New(Dossier dossier) => new() { Id = dossier.Id, Procedure = dossier.Procedure, Channel = dossier.Channel, SubmittedAt = dossier.SubmittedAt };

    /// <param name="now">When what is new since the last writing happened.</param>
    public void Write(Course course, Matter matter, Dossier dossier, ProcessDefinition process, DateTime now)
    {
        var clocks = MatterClocks.Read(matter.Clocks);
        var main = clocks.Main(process);
        (course.Procedure, course.AcceptedAt, course.ReturnedAt, course.Waiting) = (dossier.Procedure, dossier.AcceptedAt, dossier.ReturnedAt, matter.Group == StateGroup.Paused);
        if (main is not null)
        {
            var edges = DueEdges.Of((main with { Extensions = [] }).Due(calendar.Calendar));
            (course.OnTimeFrom, course.LateFrom) = (edges.OnTimeFrom, edges.LateFrom);
            course.PromisedLateFrom = main.Extensions.Any(e => e.At >= main.CountedFrom) ? DueEdges.Of(main.Due(calendar.Calendar)).LateFrom : null;
        }

        course.StoodAt = main?.Finished ?? main?.OpenPause?.From ?? (course.Waiting ? course.StoodAt ?? now : null);
        course.Ending = EndingOf(matter, dossier, process);
        course.EndedAt = course.Ending is null ? null : course.EndedAt ?? now;
        if (process.Clocks.FirstOrDefault(c => c.SameDayUntil is not null) is { } transfer && clocks.Running.GetValueOrDefault(transfer.Id) is { } running)
            (course.TransferBy, course.TransferredAt) = (running.Due(calendar.Calendar), running.Finished);
    }

    /// <summary>What is known of a decision when it is made, once; a dossier that was opened again is decided anew.</summary>
    public async Task WriteDecisionAsync(Course course, Matter matter, ProcessDefinition process, CancellationToken ct)
    {
        if (course.EndedAt is not { } decided || course.Ending is not (Ending.Granted or Ending.Refused)) (course.UnitsTime, course.OnPortal) = (null, null);
        else if (course.OnPortal is null)
        {
            // The desk's first leg, from acceptance to transfer, isn't on the control slip; it has a clock of its own (Điều 18).
            Timeliness? transfer = course.TransferBy is { } by && course.TransferredAt is { } at ? DueEdges.Of(by).At(at) : null;
            course.UnitsTime = (await legs.OfAsync(matter, process, ct)).Select(l => l.Result).Append(transfer).Max();
            course.OnPortal = catalogue.Find(course.Procedure, Vietnam.Day(decided)) is { MayBeFiled: true };
        }
    }

    private static Ending? EndingOf(Matter matter, Dossier dossier, ProcessDefinition process) => matter.Group switch
    {
        StateGroup.Done => dossier.DraftOutcome == ActOutcomeWords.Refused ? Ending.Refused : Ending.Granted,
        StateGroup.Closed => process.State(matter.State)?.Status switch
        {
            NotAcceptedStatus => Ending.NotAccepted,
            WithdrawnStatus => Ending.Withdrawn,
            _ => Ending.Stopped,
        },
        _ => null,
    };
}
