using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Succession.Model;

namespace NhiemSo.Mandate.Model;

internal static class MandateTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<MandateDecision>().ToTable("md_mandate").HasIndex(m => m.Code).IsUnique();
        model.Entity<Provision>(t =>
        {
            t.ToTable("md_provision");
            t.HasIndex(p => new { p.MandateId, p.Citation }).IsUnique();
            t.HasIndex(p => p.UnitId);
        });
        Review.ReviewTables.Add(model);
        SuccessionTables.Add(model);
    }
}
