using Microsoft.EntityFrameworkCore;

namespace NhiemSo.Platform.Data;

/// <summary>Brings the database to this version of the program; run at start and by <c>nhiemso migrate</c>.</summary>
public sealed class Migrator(DepartmentDb db, WriterGate gate, DatabaseSettings settings)
{
    /// <summary>The migrations that were applied now, oldest first.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        if (settings.Engine == Engine.Sqlite) Directory.CreateDirectory(settings.DataFolder);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count == 0) return pending;
        using var pass = await gate.EnterAsync(ct);
        await db.Database.MigrateAsync(ct);
        return pending;
    }
}
