using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Search;

namespace NhiemSo.Platform.Data;

/// <summary>Brings the database to this version of the program; run at start and by <c>nhiemso migrate</c>.</summary>
public sealed class Migrator(DepartmentDb db, WriterGate gate, DatabaseSettings settings)
{
    /// <summary>The migrations that were applied now, oldest first.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        if (settings.Engine == Engine.Sqlite) Directory.CreateDirectory(settings.DataFolder);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        using var pass = await gate.EnterAsync(ct);
        if (pending.Count > 0) await db.Database.MigrateAsync(ct);
        await SearchSchema.EnsureAsync(db, settings.Engine, ct);
        return pending;
    }
}
