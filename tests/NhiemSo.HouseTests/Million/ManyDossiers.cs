using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Host.Operate;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Words;

namespace NhiemSo.HouseTests.Million;

/// <summary>
/// Fills an office with copies of dossiers that were really worked: one in fifty is open, every fifth gave a licence, the rest are done.
/// Ids grow with time; names, numbers and codes are each copy's own.
/// </summary>
internal sealed class ManyDossiers(Office office, int count)
{
    /// <summary>The applicant of every hundred-thousandth dossier, whom a search must find.</summary>
    public const string Rare = "Huyện đoàn Trường Sa Lớn (minh họa)";

    private const int Batch = 20_000;

    private static readonly DateTime Start = new(2001, 11, 12, 1, 0, 0, DateTimeKind.Utc);

    public static string NameOf(int i) => i % 100_000 == 50_000 ? Rare : $"{Kinds[i % Kinds.Length]} {Places[i / 7 % Places.Length]} số {i % 4000} (minh họa)";

    public static string LookupCodeOf(int i) => string.Create(CultureInfo.InvariantCulture, $"010101-{i / 10000:0000}-{i % 10000:0000}");

    private static readonly string[] Kinds = ["Trung tâm Khuyến nông", "Hội Nông dân", "Trường Trung học phổ thông", "Hợp tác xã", "Công ty TNHH In", "Ban Quản lý dự án", "Bảo tàng"];

    private static readonly string[] Places = ["Nha Trang", "Cam Ranh", "Ninh Hòa", "Vạn Ninh", "Diên Khánh", "Cam Lâm", "Khánh Vĩnh", "Khánh Sơn"];

    /// <param name="open">Dossiers in the states of work.</param>
    /// <param name="licensed">One that went all the way.</param>
    /// <returns>The ids in the order of time.</returns>
    public Task<IReadOnlyList<Guid>> FillAsync(IReadOnlyList<Guid> open, Guid licensed) => office.AskAsync(async (DepartmentDb db) =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var bulk = new Bulk(connection);
        if (office.Settings.Engine == Engine.Sqlite) await bulk.RunAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000");
        var model = DumpedTable.All(db);
        var working = new List<Template>();
        foreach (var id in open) working.Add(await Template.ReadAsync(connection, model, id));
        var done = await Template.ReadAsync(connection, model, licensed);
        var search = new SearchCopies(bulk, office.Settings.Engine);
        var ids = new List<Guid>(count);
        for (var from = 0; from < count; from += Batch)
        {
            var copies = Enumerable.Range(from, Math.Min(Batch, count - from)).Select(i => new Copy(i, i % 50 == 49 ? working[i / 50 % working.Count] : done, At(i))).ToList();
            foreach (var table in done.Tables.Select(t => t.Table))
                await bulk.AddAsync(table.Name, [.. table.Columns.Select(c => c.Name)], copies.SelectMany(c => c.RowsOf(table)));
            await search.AddAsync(copies);
            ids.AddRange(copies.Select(c => c.Matter));
        }

        await bulk.RunAsync("ANALYZE");
        return (IReadOnlyList<Guid>)ids;
    });

    private DateTime At(int i) => Start.AddMinutes(i * (25.0 * 365 * 24 * 60 / count));
}

/// <summary>One dossier as a copy of another, under ids, codes and names of its own.</summary>
internal sealed class Copy(int index, Template from, DateTime at)
{
    private readonly Dictionary<Guid, Guid> ids = from.Own.ToDictionary(id => id, _ => Guid.CreateVersion7(new DateTimeOffset(at)));

    public int Index => index;

    public Guid Matter => ids[from.Matter];

    public string Name { get; } = ManyDossiers.NameOf(index);

    public string Original { get; } = from.Matter.ToString("N");

    public int Version => (int)Column("pf_matter", "version").Single();

    public IEnumerable<string> Keys => Column("pf_matter_scope", "key").Cast<string>();

    /// <summary>What it left in the registers.</summary>
    public IEnumerable<(Guid Id, string Register, string Number)> Entries =>
        Column("rg_entry", "id").Zip(Column("rg_entry", "register"), Column("rg_entry", "number")).Select(e => ((Guid)e.First, (string)e.Second, (string)e.Third));

    /// <summary>Every fifth only has documents and register entries.</summary>
    public IEnumerable<object[]> RowsOf(DumpedTable table) =>
        table.Name.StartsWith("dc_", StringComparison.Ordinal) || table.Name.StartsWith("rg_", StringComparison.Ordinal) ? index % 5 == 0 ? Copied(table) : [] : Copied(table);

    private IEnumerable<object[]> Copied(DumpedTable table) => from.Tables.First(t => t.Table == table).Rows.Select(row => row.Select((value, i) => Value(table, table.Columns[i].Name, value)).ToArray());

    private IEnumerable<object> Column(string table, string column)
    {
        var (rows, at) = (from.Tables.First(t => t.Table.Name == table).Table, 0);
        while (rows.Columns[at].Name != column) at++;
        return RowsOf(rows).Select(r => r[at]);
    }

    private object Value(DumpedTable table, string column, object value) => (table.Name, column, value) switch
    {
        (_, _, DBNull) => value,
        (_, _, Guid id) => ids.GetValueOrDefault(id, id),
        ("pf_matter_scope", "key", string key) => key.Replace(Original, Matter.ToString("N"), StringComparison.Ordinal),
        ("pf_matter", "number", _) or ("dc_document", "symbol", _) or ("rg_entry", "number", _) => Number,
        (_, "party_name" or "applicant_name" or "holder_name", _) => Name,
        ("ds_dossier", "lookup_code", _) => ManyDossiers.LookupCodeOf(index),
        ("dc_document", "token", _) => $"ban-sao-{index}",
        ("dc_document", "year", _) => $"{1000 + (index % 1000)}",
        ("dc_document", "number", _) => 100 + (index / 1000),
        // Nobody hands over a million results or issues as many licences in one year.
        ("ds_dossier" or "ds_course", "returned_at" or "transferred_at", _) or ("dc_document" or "rg_entry" or "rg_entry_version", "at" or "issued_at", _) => at,
        ("pf_matter", "opened" or "last_event", _) or ("ds_dossier", "submitted_at" or "accepted_at", _) or ("pf_matter", "closed", _) or ("ds_course", "submitted_at" or "accepted_at" or "ended_at" or "stood_at", _) => at,
        ("ds_course", "on_time_from" or "transfer_by", _) => at.AddDays(14),
        ("ds_course", "late_from", _) => at.AddDays(15),
        ("pf_audit_head", "position" or "checkpointed", _) => 1L,
        _ => value,
    };

    private string Number => string.Create(CultureInfo.InvariantCulture, $"000.00.23.H32-010101-{index:0000000}");
}
