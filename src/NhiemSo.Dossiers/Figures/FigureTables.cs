using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.DailyClosing;

namespace NhiemSo.Dossiers.Figures;

internal static class FigureTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Course>(t =>
        {
            t.ToTable("ds_course");
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => new { c.EndedAt, c.AcceptedAt });
            t.HasIndex(c => c.AcceptedAt);
            t.HasIndex(c => c.SubmittedAt);
            t.HasIndex(c => c.ReturnedAt);
            t.HasIndex(c => new { c.TransferredAt, c.TransferBy });
        });
        model.Entity<FormSnapshot>(t =>
        {
            t.ToTable("ds_form_snapshot");
            t.HasIndex(s => new { s.Form, s.From, s.To });
        });
        model.Entity<DayClosing>().ToTable("ds_day_closing").HasKey(c => c.Day);
    }
}
