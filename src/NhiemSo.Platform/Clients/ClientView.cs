using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Clients;

/// <summary>A connected program as the administrator sees it.</summary>
internal sealed record ClientRow(Guid Id, string ClientId, string Name, IReadOnlyList<string> Scopes, DateTime At, DateTime? LastUsedAt, DateTime? RevokedAt)
{
    public string State => RevokedAt is { } at ? $"đã thu hồi {Vietnam.Local(at):dd/MM/yyyy}" : "đang kết nối";

    public string LastUsed => LastUsedAt is { } at ? Vietnam.Local(at).ToString("HH:mm dd/MM/yyyy") : "chưa dùng";
}

/// <summary>What the administrator's pages show of connected programs.</summary>
internal sealed class ClientView(DepartmentDb db, IEnumerable<ApiScope> scopes)
{
    public IReadOnlyList<Choice> ScopeChoices => [.. scopes.Select(s => new Choice(s.Name, s.Label, s.Name))];

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ClientRow>> AllAsync(CancellationToken ct) => [.. (await db.Set<MachineClient>().AsNoTracking().OrderByDescending(c => c.Id).ToListAsync(ct)).Select(Row)];

    public async Task<ClientRow?> FindAsync(Guid id, CancellationToken ct) => await db.Set<MachineClient>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is { } client ? Row(client) : null;

    /// <summary>What was done on a client, newest first.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> HistoryAsync(Guid id, CancellationToken ct) => [.. (await db.TrailAsync(ClientDesk.Subject, id, ct)).Select(e => e.Line())];

    private ClientRow Row(MachineClient c)
    {
        var given = TokenEndpoint.Given([.. JsonSerializer.Deserialize<string[]>(c.Permissions ?? "[]") ?? []]);
        return new ClientRow(c.Id, c.ClientId!, c.DisplayName ?? c.ClientId!, [.. given.Select(g => scopes.FirstOrDefault(s => s.Name == g)?.Label ?? g)], c.At, c.LastUsedAt, c.RevokedAt);
    }
}
