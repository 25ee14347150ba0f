using Microsoft.EntityFrameworkCore;

namespace NhiemSo.Mandate.Succession.Model;

internal static class SuccessionTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<MandateSuccession>().ToTable("md_succession").HasKey(s => s.MandateId);
        model.Entity<PlannedUnit>().ToTable("md_planned_unit").HasKey(u => new { u.MandateId, u.Id });
        model.Entity<DutyMapping>(t =>
        {
            t.ToTable("md_duty_mapping");
            t.HasIndex(m => new { m.MandateId, m.OldId, m.NewId }).IsUnique();
            t.HasIndex(m => m.OldId);
            t.HasIndex(m => m.NewId);
        });
        model.Entity<UnitMapping>(t =>
        {
            t.ToTable("md_unit_mapping");
            t.HasIndex(m => new { m.MandateId, m.OldId, m.NewId }).IsUnique();
            t.HasIndex(m => m.OldId);
            t.HasIndex(m => m.NewId);
        });
        model.Entity<PostMapping>().ToTable("md_post_mapping").HasKey(m => new { m.MandateId, m.AppointmentId });
        model.Entity<Move>(t =>
        {
            t.ToTable("md_move");
            t.HasIndex(m => new { m.MandateId, m.Kind, m.Subject }).IsUnique();
            t.HasIndex(m => new { m.MandateId, m.Kind, m.Id });
        });
    }
}
