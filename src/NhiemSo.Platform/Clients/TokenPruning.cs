using NhiemSo.Platform.Jobs;
using OpenIddict.Abstractions;

namespace NhiemSo.Platform.Clients;

/// <summary>Forgets token entries seven days after they were issued, once they have expired or were revoked: what happened is in the audit trail.</summary>
internal sealed class TokenPruning(IOpenIddictTokenManager tokens, TimeProvider time) : IJobHandler
{
    public const string Name = "clients.prune";

    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public string Kind => Name;

    public string Title => "Dọn mã truy cập đã hết hạn của ứng dụng kết nối";

    public async Task RunAsync(Job job, CancellationToken ct) => await tokens.PruneAsync(time.GetUtcNow() - Kept, ct);
}
