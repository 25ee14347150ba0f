using Microsoft.EntityFrameworkCore;

namespace NhiemSo.Dossiers.Model;

internal static class DossiersTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Dossier>(t =>
        {
            t.ToTable("ds_dossier");
            t.Property(d => d.Id).ValueGeneratedNever();
            t.HasIndex(d => d.LookupCode).IsUnique();
            t.HasIndex(d => new { d.Procedure, d.Id });
        });
        model.Entity<DossierComponent>().ToTable("ds_component").HasIndex(c => c.DossierId);
        model.Entity<DossierForm>().ToTable("ds_form").HasIndex(f => f.DossierId);
        model.Entity<Opinions.Opinion>(t =>
        {
            t.ToTable("ds_opinion").HasIndex(o => o.DossierId);
            t.HasIndex(o => new { o.State, o.Due });
            t.HasIndex(o => new { o.UnitId, o.State });
        });
        model.Entity<Apology.ApologyProposal>(t =>
        {
            t.ToTable("ds_apology").HasKey(p => p.DossierId);
            t.Property(p => p.DossierId).ValueGeneratedNever();
        });
        model.Entity<FieldCheck.FieldCheckRecord>().ToTable("ds_field_check").HasIndex(c => c.DossierId);
        model.Entity<Decide.DecisionRule>().ToTable("ds_decision_rule").HasIndex(r => new { r.Procedure, r.From });
        model.Entity<Follow.LookupTry>(t =>
        {
            t.ToTable("ds_lookup_try").HasKey(x => new { x.Key, x.Hour });
            t.Property(x => x.Count).IsConcurrencyToken();
        });
        Fees.FeesTables.Add(model);
        model.Entity<National.NationalSubmission>(t =>
        {
            t.ToTable("ds_national").HasIndex(s => new { s.ClientId, s.ExternalId }).IsUnique();
            t.HasIndex(s => s.DossierId).IsUnique();
        });
        model.Entity<National.NationalChange>(t =>
        {
            t.ToTable("ds_national_change").HasIndex(c => new { c.ClientId, c.Position }).IsUnique();
            t.HasIndex(c => new { c.DossierId, c.Position });
        });
        model.Entity<ApplicationDraft>(t =>
        {
            t.ToTable("ds_draft");
            t.Property(d => d.Version).IsConcurrencyToken();
            t.HasIndex(d => d.TokenHash).IsUnique();
        });
    }
}
