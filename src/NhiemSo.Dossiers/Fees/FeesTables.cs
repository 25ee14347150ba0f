using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Fees.Days;
using NhiemSo.Dossiers.Fees.Online;
using NhiemSo.Dossiers.Fees.Statements;

namespace NhiemSo.Dossiers.Fees;

internal static class FeesTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<FeeSheet>(t =>
        {
            t.ToTable("ds_fee_sheet").HasKey(s => s.DossierId);
            t.Property(s => s.DossierId).ValueGeneratedNever();
            t.Property(s => s.Version).IsConcurrencyToken();
            t.HasIndex(s => s.Reference).IsUnique();
            t.HasIndex(s => new { s.Pending, s.DossierId });
        });
        model.Entity<DossierFee>().ToTable("ds_fee").HasIndex(f => new { f.DossierId, f.Code }).IsUnique();
        model.Entity<FeePayment>(t =>
        {
            t.ToTable("ds_fee_payment");
            t.HasIndex(p => p.DossierId);
            t.HasIndex(p => p.Day);
            t.HasIndex(p => p.LineId);
            t.HasIndex(p => p.Transaction).IsUnique();
        });
        model.Entity<FeeDay>(t =>
        {
            t.ToTable("ds_fee_day").HasKey(d => d.Day);
            t.Property(d => d.Day).ValueGeneratedNever();
        });
        model.Entity<BankStatement>().ToTable("ds_statement");
        model.Entity<StatementLine>(t =>
        {
            t.ToTable("ds_statement_line");
            t.Property(l => l.Version).IsConcurrencyToken();
            t.HasIndex(l => l.Key).IsUnique();
            t.HasIndex(l => new { l.StatementId, l.Row });
            t.HasIndex(l => l.Day);
            t.HasIndex(l => new { l.State, l.Id });
        });
        model.Entity<OnlineOrder>(t =>
        {
            t.ToTable("ds_fee_order");
            t.Property(o => o.Version).IsConcurrencyToken();
            t.HasIndex(o => o.DossierId);
        });
    }
}
