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
            t.HasIndex(d => d.Phone);
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
        model.Entity<Represent.Representation>(t =>
        {
            t.ToTable("ds_representation").HasKey(r => r.DossierId);
            t.Property(r => r.DossierId).ValueGeneratedNever();
        });
        model.Entity<Rating.DossierRating>(t =>
        {
            t.ToTable("ds_rating");
            t.Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.DossierId).IsUnique();
            t.HasIndex(r => new { r.UnitId, r.At });
        });
        model.Entity<Rating.RatingAnswer>().ToTable("ds_rating_answer").HasKey(a => new { a.RatingId, a.Question });
        model.Entity<Feedback.FeedbackItem>(t =>
        {
            t.ToTable("ds_feedback");
            t.Property(f => f.Id).ValueGeneratedNever();
            t.Property(f => f.Version).IsConcurrencyToken();
            t.HasIndex(f => f.Code).IsUnique();
            t.HasIndex(f => f.DossierId);
            t.HasIndex(f => new { f.UnitId, f.Id });
        });
        model.Entity<Posting.NoticePosting>(t =>
        {
            t.ToTable("ds_posting");
            t.Property(n => n.Id).ValueGeneratedNever();
            t.Property(n => n.Version).IsConcurrencyToken();
            t.HasIndex(n => n.Procedure).IsUnique().HasFilter("until IS NULL");
            t.HasIndex(n => new { n.Procedure, n.From });
        });
        model.Entity<Account.ApplicantAccount>(t =>
        {
            t.ToTable("ds_account");
            t.Property(a => a.Id).ValueGeneratedNever();
            t.HasIndex(a => a.Phone).IsUnique();
        });
        model.Entity<Account.PhoneProof>(t =>
        {
            t.ToTable("ds_phone_proof");
            t.Property(p => p.Id).ValueGeneratedNever();
            t.Property(p => p.Version).IsConcurrencyToken();
            t.HasIndex(p => p.ExpiresAt);
        });
        model.Entity<Account.AccountDossier>(t =>
        {
            t.ToTable("ds_account_dossier").HasKey(a => new { a.AccountId, a.DossierId });
            t.HasIndex(a => a.DossierId);
        });
        model.Entity<Reuse.ReusedPaper>(t =>
        {
            t.ToTable("ds_reused_paper").HasKey(r => r.FileId);
            t.Property(r => r.FileId).ValueGeneratedNever();
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
            t.HasIndex(d => d.AccountId);
        });
    }
}
