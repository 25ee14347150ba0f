using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace NhiemSo.FloorApp;

[Table("pf_unit")]
public sealed class Row
{
    [Column("id")]
    public Guid Id { get; init; }

    [Column("name")]
    public required string Name { get; init; }
}

public sealed class RowDb(DbContextOptions<RowDb> options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}
