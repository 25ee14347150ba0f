using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.National;

/// <summary>Writes, in the act's own transaction, what the portal that handed a dossier over is to be told: a new public status, a new appointment.</summary>
internal sealed class NationalFeed(DepartmentDb db, RuleShelf rules) : IActFollower, IFeeFollower
{
    public async Task AfterAsync(ActScope act, CancellationToken ct)
    {
        if (act.Matter.Kind == DossiersRoom.Kind && act.StateBefore.Length > 0) await TellAsync(act.Matter.Id, act.Now, ct);
    }

    /// <summary>Money recorded, waived or taken back ends or begins status 6.</summary>
    public Task AfterAsync(Guid dossierId, DateTime now, CancellationToken ct) => TellAsync(dossierId, now, ct);

    /// <summary>Nothing when neither the public status nor the appointment is new.</summary>
    public async Task WriteAsync(string client, Matter matter, Dossier dossier, DateTime now, CancellationToken ct)
    {
        if (StateOf(matter, dossier, await db.Set<FeeSheet>().FindAsync([matter.Id], ct)).Status is not { } status) return;
        var appointment = dossier.Appointment;
        var last = await db.Set<NationalChange>().Where(c => c.DossierId == matter.Id).OrderByDescending(c => c.Position).FirstOrDefaultAsync(ct);
        if (last is not null && last.Status == status.Id && last.Appointment == appointment) return;
        var before = await db.Set<NationalChange>().Where(c => c.ClientId == client).MaxAsync(c => (long?)c.Position, ct) ?? 0;
        var local = db.Set<NationalChange>().Local.Where(c => c.ClientId == client).Select(c => c.Position).DefaultIfEmpty().Max();
        db.Add(new NationalChange { ClientId = client, Position = Math.Max(before, local) + 1, DossierId = matter.Id, Status = status.Id, StatusName = status.Name, Appointment = appointment, At = now });
    }

    public PublicState StateOf(Matter matter, Dossier dossier, FeeSheet? sheet) => PublicState.Of(rules.Version<ProcessDefinition>(matter.ProcessVersion), matter, dossier, sheet);

    private async Task TellAsync(Guid dossierId, DateTime now, CancellationToken ct)
    {
        var client = await db.Set<NationalSubmission>().Where(s => s.DossierId == dossierId).Select(s => s.ClientId).FirstOrDefaultAsync(ct);
        if (client is null || await db.Set<Dossier>().FindAsync([dossierId], ct) is not { } dossier || await db.Set<Matter>().FindAsync([dossierId], ct) is not { } matter) return;
        await WriteAsync(client, matter, dossier, now, ct);
    }
}
