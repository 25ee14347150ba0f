using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Rooms;

namespace NhiemSo.Platform.Data;

/// <summary>The rooms whose tables make up the model, in the order of the house.</summary>
public sealed record House(IReadOnlyList<IRoom> Rooms);

/// <summary>
/// The department's one database. Each room adds its tables, so that one act is one transaction across rooms.
/// A save outside an open act takes the writer path too: Identity and key storage save through here.
/// </summary>
public sealed class DepartmentDb(DbContextOptions<DepartmentDb> options, House house, WriterGate gate)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var room in house.Rooms)
            room.AddTables(builder);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null || !ChangeTracker.HasChanges())
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (Database.CurrentTransaction is not null || !ChangeTracker.HasChanges())
            return base.SaveChanges(acceptAllChangesOnSuccess);
        using var pass = gate.Enter();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }
}
