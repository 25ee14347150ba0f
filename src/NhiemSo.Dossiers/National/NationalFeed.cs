using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.National;

/// <summary>Writes, in the act's own transaction, what the portal that handed a dossier over is to be told: a new public status, a new appointment.</summary>
internal sealed class NationalFeed(DepartmentDb db, RuleShelf rules) : IActFollower
{
    public async Task AfterAsync(ActScope act, CancellationToken ct)
    {
        if (act.Matter.Kind != DossiersRoom.Kind || act.StateBefore.Length == 0) return;
        var client = await db.Set<NationalSubmission>().Where(s => s.DossierId == act.Matter.Id).Select(s => s.ClientId).FirstOrDefaultAsync(ct);
        if (client is null || await db.Set<Dossier>().FindAsync([act.Matter.Id], ct) is not { } dossier) return;
        await WriteAsync(client, act.Matter, dossier.Appointment, act.Now, ct);
    }

    /// <summary>Nothing when neither the public status nor the appointment is new.</summary>
    public async Task WriteAsync(string client, Matter matter, DateTime? appointment, DateTime now, CancellationToken ct)
    {
        if (StatusOf(matter) is not { } status) return;
        var last = await db.Set<NationalChange>().Where(c => c.DossierId == matter.Id).OrderByDescending(c => c.Position).FirstOrDefaultAsync(ct);
        if (last is not null && last.Status == status.Id && last.Appointment == appointment) return;
        var before = await db.Set<NationalChange>().Where(c => c.ClientId == client).MaxAsync(c => (long?)c.Position, ct) ?? 0;
        var local = db.Set<NationalChange>().Local.Where(c => c.ClientId == client).Select(c => c.Position).DefaultIfEmpty().Max();
        db.Add(new NationalChange { ClientId = client, Position = Math.Max(before, local) + 1, DossierId = matter.Id, Status = status.Id, StatusName = status.Name, Appointment = appointment, At = now });
    }

    public PublicStatus? StatusOf(Matter matter)
    {
        var process = rules.Version<ProcessDefinition>(matter.ProcessVersion);
        return process.State(matter.State)?.Status is { } id ? process.Statuses.FirstOrDefault(s => s.Id == id) : null;
    }
}
