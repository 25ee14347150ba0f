using Microsoft.EntityFrameworkCore;

namespace NhiemSo.Registers.Model;

internal static class RegistersTables
{
    public static void Add(ModelBuilder model)
    {
        Earlier.EarlierTables.Add(model);
        model.Entity<RegisterEntry>(t =>
        {
            t.ToTable("rg_entry");
            t.Property(e => e.Version).IsConcurrencyToken();
            t.HasIndex(e => new { e.Register, e.Number, e.From }).IsUnique();
            t.HasIndex(e => new { e.Register, e.State, e.Id });
            t.HasIndex(e => new { e.Register, e.Id });
            t.HasIndex(e => new { e.DutyId, e.At });
            t.HasIndex(e => e.MatterId);
            t.HasIndex(e => e.DocumentId);
            t.HasIndex(e => e.HolderId);
            t.HasIndex(e => new { e.To, e.Id });
        });
        model.Entity<RegisterEntryVersion>(t =>
        {
            t.ToTable("rg_entry_version");
            t.HasKey(v => new { v.EntryId, v.Version });
            t.HasIndex(v => v.DocumentId);
        });
        model.Entity<RegisterIndex>(t =>
        {
            t.ToTable("rg_index");
            t.HasKey(i => new { i.EntryId, i.Field });
            t.HasIndex(i => new { i.Field, i.SortKey });
            t.HasIndex(i => new { i.Field, i.Number });
            t.HasIndex(i => new { i.Field, i.Date });
        });
    }
}
