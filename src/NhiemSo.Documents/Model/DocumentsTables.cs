using Microsoft.EntityFrameworkCore;

namespace NhiemSo.Documents.Model;

internal static class DocumentsTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Document>(t =>
        {
            t.ToTable("dc_document");
            t.Property(d => d.Version).IsConcurrencyToken();
            t.HasIndex(d => new { d.Book, d.Year, d.Number }).IsUnique();
            t.HasIndex(d => d.Token).IsUnique();
            t.HasIndex(d => d.MatterId);
            t.HasIndex(d => new { d.DutyId, d.IssuedAt });
            t.HasIndex(d => new { d.State, d.Id });
        });
        model.Entity<Incoming.IncomingDocument>(t =>
        {
            t.ToTable("dc_incoming");
            t.HasIndex(d => new { d.Book, d.Year, d.Number }).IsUnique();
            t.HasIndex(d => d.MatterId);
        });
        model.Entity<SigningTicket>().ToTable("dc_signing_ticket").HasKey(t => t.TicketHash);
    }
}
