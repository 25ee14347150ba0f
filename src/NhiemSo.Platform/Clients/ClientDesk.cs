using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace NhiemSo.Platform.Clients;

/// <summary>A program to be connected, as typed.</summary>
internal sealed class ClientInput
{
    public string? Name { get; set; }

    public IReadOnlyList<string>? Scopes { get; set; }

    public string? Basis { get; set; }
}

/// <summary>A client's name and secret as they are shown, once.</summary>
internal sealed record GivenSecret(Guid Id, string ClientId, string Secret);

/// <summary>The administrator's acts on connected programs. Nothing is deleted: a revoked client stays, with its history.</summary>
internal sealed class ClientDesk(DepartmentDb db, Work work, AuditTrail audit, OpenIddictApplicationManager<MachineClient> clients, IOpenIddictTokenManager tokens, IEnumerable<ApiScope> scopes, TimeProvider time)
{
    public const string Subject = "client";

    /// <summary>Connects a program; its secret is kept as a salted hash only.</summary>
    public async Task<Outcome<GivenSecret>> AddAsync(ClientInput typed, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        var chosen = scopes.Where(s => typed.Scopes?.Contains(s.Name) == true).ToList();
        var faults = Faults(typed, chosen).ToList();
        if (faults.Count > 0) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
        var given = new GivenSecret(Guid.CreateVersion7(), "ud-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        return await work.ActAsync<GivenSecret>(async c =>
        {
            var client = new MachineClient { Id = given.Id, At = Microseconds.Trim(time.UtcNow()) };
            var descriptor = new OpenIddictApplicationDescriptor
            {
                ClientId = given.ClientId, ClientType = ClientTypes.Confidential, DisplayName = typed.Name!.Trim(),
                Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
            };
            descriptor.Permissions.UnionWith(chosen.Select(s => Permissions.Prefixes.Scope + s.Name));
            await clients.PopulateAsync(client, descriptor, c);
            await clients.CreateAsync(client, given.Secret, c);
            var change = new Change("scopes", null, string.Join(' ', chosen.Select(s => s.Name)));
            await audit.WriteAsync(Subject, given.Id, by.As(Role.Admin), new AuditNote("ket-noi-ung-dung", $"Kết nối ứng dụng {descriptor.DisplayName}, mã {given.ClientId}", typed.Basis!.Trim(), [change]), c);
            return given;
        }, ct);
    }

    /// <summary>Ends a connection: its secret gets no more tokens, and those that are out stop opening anything.</summary>
    public async Task<Outcome<Done>> RevokeAsync(Guid id, string? reason, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Nhập lý do thu hồi.");
        return await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<MachineClient>().FirstOrDefaultAsync(a => a.Id == id, c) is not { } client) return Problem.NotFound();
            if (client.RevokedAt is not null) return Problem.WrongState("Ứng dụng này đã bị thu hồi.");
            (client.RevokedAt, client.ConcurrencyToken) = (Microseconds.Trim(time.UtcNow()), Guid.NewGuid().ToString());
            // The client's row first: a token that is being issued now waits for it, so none is missed below.
            await db.SaveChangesAsync(c);
            var ended = await tokens.RevokeByApplicationIdAsync(id.ToString(), c);
            await audit.WriteAsync(Subject, id, by.As(Role.Admin), new AuditNote("thu-hoi-ung-dung", $"Thu hồi ứng dụng {client.DisplayName}, {ended} mã truy cập thôi hiệu lực", reason.Trim()), c);
            return Done.Yes;
        }, ct);
    }

    private static IEnumerable<FieldFault> Faults(ClientInput typed, List<ApiScope> chosen)
    {
        if (string.IsNullOrWhiteSpace(typed.Name)) yield return new("Input.Name", "Nhập tên ứng dụng, kèm cơ quan quản lý nó.");
        if (typed.Name?.Trim().Length > 200) yield return new("Input.Name", "Tên ứng dụng dài nhất 200 ký tự.");
        if (chosen.Count == 0) yield return new("Input.Scopes", "Chọn ít nhất một phạm vi được phép.");
        if (string.IsNullOrWhiteSpace(typed.Basis)) yield return new("Input.Basis", "Nhập số, ngày của văn bản đề nghị kết nối.");
    }
}
