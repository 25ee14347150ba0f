using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Identity.Reset;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Platform;

/// <summary>Tables of the platform, prefix <c>pf_</c>; those of Identity <c>id_</c>.</summary>
internal static class PlatformTables
{
    public static void Add(ModelBuilder model)
    {
        Matters(model);
        Organisation(model);
        Records(model);
        Identity(model);
        Clients(model);
    }

    private static void Matters(ModelBuilder model)
    {
        model.Entity<Matter>(t =>
        {
            t.ToTable("pf_matter");
            t.Property(m => m.Version).IsConcurrencyToken();
            t.HasIndex(m => new { m.ResponsibleId, m.Turn, m.Due, m.Id });
            t.HasIndex(m => new { m.UnitId, m.Turn, m.Due, m.Id });
            t.HasIndex(m => new { m.Turn, m.Due, m.Id });
            t.HasIndex(m => new { m.Kind, m.State, m.Id });
            t.HasIndex(m => new { m.Kind, m.Id });
            t.HasIndex(m => new { m.DutyId, m.Closed });
            t.HasIndex(m => m.Number);
            t.HasIndex(m => m.Confidentiality);
        });
        model.Entity<MatterScope>(t =>
        {
            t.ToTable("pf_matter_scope");
            t.HasKey(s => new { s.MatterId, s.Key });
            t.HasIndex(s => new { s.Key, s.MatterId });
            t.HasOne<Matter>().WithMany().HasForeignKey(s => s.MatterId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Assignment>(t =>
        {
            t.ToTable("pf_assignment");
            t.HasIndex(a => a.MatterId);
            t.HasIndex(a => new { a.PersonId, a.EndedAt });
        });
    }

    private static void Organisation(ModelBuilder model)
    {
        model.Entity<Unit>(t =>
        {
            t.ToTable("pf_unit");
            t.HasIndex(u => u.Code);
        });
        model.Entity<Position>().ToTable("pf_position").HasIndex(p => p.UnitId);
        model.Entity<Person>().ToTable("pf_person");
        model.Entity<Appointment>().ToTable("pf_appointment").HasIndex(a => a.PersonId);
        model.Entity<Delegation>().ToTable("pf_delegation").HasIndex(d => d.ToPersonId);
        model.Entity<Party>(t =>
        {
            t.ToTable("pf_party");
            t.HasIndex(p => p.TaxCode);
            t.HasIndex(p => p.PersonalNumber);
            t.HasIndex(p => p.FoldName);
        });
    }

    private static void Records(ModelBuilder model)
    {
        model.Entity<AuditEntry>(t =>
        {
            t.ToTable("pf_audit_entry");
            t.HasIndex(e => new { e.Subject, e.SubjectId, e.Position }).IsUnique();
        });
        model.Entity<AuditHead>(t =>
        {
            t.ToTable("pf_audit_head");
            t.HasKey(h => new { h.Subject, h.SubjectId });
            t.Property(h => h.Position).IsConcurrencyToken();
        });
        model.Entity<Checkpoint>(t =>
        {
            t.ToTable("pf_checkpoint");
            t.HasKey(c => c.Number);
            t.Property(c => c.Number).ValueGeneratedNever();
        });
        model.Entity<AuditPersonal>().ToTable("pf_audit_personal").HasIndex(p => p.EntryId);
        model.Entity<Counter>().ToTable("pf_counter").HasKey(c => new { c.Book, c.Period });
        model.Entity<NumberUse>(t =>
        {
            t.ToTable("pf_number_use");
            t.HasKey(u => new { u.Book, u.Period, u.Number });
            t.HasIndex(u => u.MatterId);
        });
        model.Entity<RuleVersion>(t =>
        {
            t.ToTable("pf_rule_version");
            t.HasIndex(v => new { v.Kind, v.Code, v.Hash }).IsUnique();
        });
        model.Entity<RuleConfirmation>(t =>
        {
            t.ToTable("pf_rule_confirmation");
            t.HasIndex(c => new { c.Kind, c.Code, c.Fact });
        });
        model.Entity<StoredFile>().ToTable("pf_file").HasKey(f => f.Hash);
        model.Entity<FileRef>(t =>
        {
            t.ToTable("pf_file_ref");
            t.HasIndex(f => f.MatterId);
            t.HasIndex(f => f.Hash);
        });
        model.Entity<Job>(t =>
        {
            t.ToTable("pf_job");
            t.HasIndex(j => j.Key).IsUnique();
            t.HasIndex(j => new { j.State, j.RunAt });
        });
        model.Entity<Mail>(t =>
        {
            t.ToTable("pf_mail");
            t.HasIndex(m => m.Key).IsUnique();
            t.HasIndex(m => m.MatterId);
        });
        model.Entity<SmsMessage>(t =>
        {
            t.ToTable("pf_sms");
            t.HasIndex(m => m.Key).IsUnique();
            t.HasIndex(m => m.MatterId);
        });
    }

    private static void Identity(ModelBuilder model)
    {
        model.Entity<Account>(t =>
        {
            t.ToTable("id_account");
            t.HasIndex(a => a.PersonId);
        });
        model.Entity<Session>(t =>
        {
            t.ToTable("id_session").HasIndex(s => new { s.AccountId, s.StartedAt });
            t.HasIndex(s => s.StartedAt);
            t.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OneTimeSecret>(t =>
        {
            t.ToTable("id_one_time_secret").HasIndex(s => s.AccountId);
            t.HasIndex(s => s.Hash).IsUnique();
        });
        model.Entity<Try>(t =>
        {
            t.ToTable("pf_try").HasKey(x => new { x.Key, x.Hour });
            t.Property(x => x.Count).IsConcurrencyToken();
        });
        model.Entity<Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid>>().ToTable("id_account_claim");
        model.Entity<Microsoft.AspNetCore.Identity.IdentityUserLogin<Guid>>().ToTable("id_account_login");
        model.Entity<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().ToTable("id_account_token");
        model.Entity<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().ToTable("id_account_passkey");
        model.Entity<Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey>().ToTable("id_key");
    }

    private static void Clients(ModelBuilder model)
    {
        model.UseOpenIddict<MachineClient, ClientAuthorization, ClientScope, ClientToken, Guid>();
        model.Entity<MachineClient>().ToTable("id_client");
        model.Entity<ClientAuthorization>().ToTable("id_client_authorization");
        model.Entity<ClientScope>().ToTable("id_client_scope");
        model.Entity<ClientToken>(t =>
        {
            t.ToTable("id_client_token");
            t.HasIndex(x => x.CreationDate);
        });
    }
}
