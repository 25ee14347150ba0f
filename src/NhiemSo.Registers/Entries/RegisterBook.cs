using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Earlier;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>Writes the registers: the entry, its version, and one typed row for each column flagged index, in the caller's act.</summary>
internal sealed class RegisterBook(DepartmentDb db, RuleShelf rules, AuditTrail audit, EntryList list, EntrySearch search, TimeProvider time) : IRegisterBook
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task<EntryFacts> EnterAsync(Matter matter, NewEntry entry, Actor actor, CancellationToken ct)
    {
        var set = rules.At(time.Today());
        var schema = set.Get<RegisterSchema>(entry.Register);
        var now = Microseconds.Trim(time.UtcNow());
        var data = schema.Columns.Where(c => entry.Data.GetValueOrDefault(c.Key) is not null).ToDictionary(c => c.Key, c => entry.Data[c.Key]!, StringComparer.Ordinal);
        var row = new RegisterEntry
        {
            Register = entry.Register, SchemaVersion = set.Book<RegisterSchema>(entry.Register)!.Hash, Number = entry.Number, HolderId = entry.HolderId, HolderName = entry.HolderName,
            State = schema.States.First(s => s.Initial).Id, From = entry.From, To = entry.To ?? Expiry(schema, data), Data = Written(data),
            MatterId = matter.Id, DocumentId = entry.DocumentId, DutyId = matter.DutyId, UnitId = matter.UnitId, At = now, Demo = matter.Demo,
        };
        db.Add(row);
        db.Add(new RegisterEntryVersion { EntryId = row.Id, Version = 1, State = row.State, Data = row.Data, MatterId = matter.Id, DocumentId = row.DocumentId, Text = entry.Text ?? $"Cấp {entry.Number}", ByName = actor.Name, At = now });
        db.AddRange(schema.Columns.Where(c => c.Index && data.ContainsKey(c.Key)).Select(c => Index(row.Id, c, data[c.Key])));
        await audit.WriteAsync("matter", matter.Id, actor, new AuditNote("vao-so", $"Ghi vào {schema.Name}: {entry.Number}"), ct);
        await search.PutAsync(row, matter, ct);
        return Facts(row);
    }

    public async Task<EntryFacts> ChangeAsync(Matter matter, EntryChange change, Actor actor, CancellationToken ct)
    {
        var row = await db.Set<RegisterEntry>().FirstAsync(e => e.Id == change.EntryId, ct);
        var set = rules.At(time.Today());
        var schema = set.Get<RegisterSchema>(row.Register);
        var (before, data) = (Data(row.Data), Data(row.Data).ToDictionary(StringComparer.Ordinal));
        foreach (var (key, value) in change.Data)
            if (value is not null && schema.Column(key) is not null) data[key] = value;
        (row.SchemaVersion, row.Data, row.To, row.HolderName) = (set.Book<RegisterSchema>(row.Register)!.Hash, Written(data), Expiry(schema, data) ?? row.To, change.HolderName);
        var (stood, stands) = (schema.State(row.State)?.Name, schema.State(change.State ?? row.State) ?? throw new ArgumentException($"{schema.Code} has no state '{change.State}'.", nameof(change)));
        row.State = stands.Id;
        // A decision that ends a licence doesn't show what the licence says, and a change that was only noted has no paper.
        if (change is { State: null, DocumentId: { } paper }) row.DocumentId = paper;
        row.Version++;
        db.Add(new RegisterEntryVersion { EntryId = row.Id, Version = row.Version, State = row.State, Data = row.Data, MatterId = matter.Id, DocumentId = change.DocumentId, Text = change.Text, ByName = actor.Name, At = Microseconds.Trim(time.UtcNow()) });
        db.RemoveRange(await db.Set<RegisterIndex>().Where(i => i.EntryId == row.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        db.AddRange(schema.Columns.Where(c => c.Index && data.ContainsKey(c.Key)).Select(c => Index(row.Id, c, data[c.Key])));
        var changes = schema.Columns.Where(c => !c.Personal && !Equals(before.GetValueOrDefault(c.Key), data.GetValueOrDefault(c.Key)))
            .Select(c => new Change(c.Label, FormInput.Show(c, before.GetValueOrDefault(c.Key)), FormInput.Show(c, data.GetValueOrDefault(c.Key)))).ToList();
        if (stood != stands.Name) changes.Add(new Change("trạng thái", stood, stands.Name));
        await audit.WriteAsync("matter", matter.Id, actor, new AuditNote("doi-noi-dung-so", $"{schema.Name}, {row.Number}: {change.Text}", Changes: changes), ct);
        await search.PutAsync(row, await db.Set<Matter>().FirstOrDefaultAsync(m => m.Id == row.MatterId, ct), ct);
        return Facts(row);
    }

    /// <summary>A licence issued before this system, or the correction of one, inside the act of the second person. Answers the entry.</summary>
    public async Task<Guid> EnterEarlierAsync(EarlierLicence licence, Actor actor, CancellationToken ct)
    {
        var (schema, data, now) = (rules.Version<RegisterSchema>(licence.SchemaVersion), Data(licence.Data), Microseconds.Trim(time.UtcNow()));
        var row = licence.Corrects ? await db.Set<RegisterEntry>().FirstAsync(e => e.Id == licence.EntryId, ct) : null;
        var before = row is null ? new Dictionary<string, object>() : Data(row.Data);
        if (row is null)
        {
            row = new RegisterEntry
            {
                Register = licence.Register, SchemaVersion = licence.SchemaVersion, Number = licence.Number, HolderId = null, HolderName = licence.HolderName, State = licence.State, From = licence.From, To = licence.To,
                Data = licence.Data, MatterId = licence.Id, DocumentId = null, DutyId = licence.DutyId, UnitId = licence.UnitId, At = now, Demo = licence.Demo,
            };
            db.Add(row);
        }
        else
        {
            (row.SchemaVersion, row.Number, row.HolderName, row.State, row.From, row.To, row.Data) = (licence.SchemaVersion, licence.Number, licence.HolderName, licence.State, licence.From, licence.To, licence.Data);
            row.Version++;
            db.RemoveRange(await db.Set<RegisterIndex>().Where(i => i.EntryId == row.Id).ToListAsync(ct));
            await db.SaveChangesAsync(ct);
        }

        var text = $"{(licence.Corrects ? "Đính chính" : "Cấp trước khi dùng hệ thống")}, nhập từ giấy tờ: {licence.Source} ({licence.ByName} nhập)";
        db.Add(new RegisterEntryVersion { EntryId = row.Id, Version = row.Version, State = row.State, Data = row.Data, MatterId = null, Text = text, ByName = actor.Name, At = now });
        db.AddRange(schema.Columns.Where(c => c.Index && data.ContainsKey(c.Key)).Select(c => Index(row.Id, c, data[c.Key])));
        var changes = schema.Columns.Where(c => !c.Personal && !Equals(before.GetValueOrDefault(c.Key), data.GetValueOrDefault(c.Key)))
            .Select(c => new Change(c.Label, FormInput.Show(c, before.GetValueOrDefault(c.Key)), FormInput.Show(c, data.GetValueOrDefault(c.Key)))).ToList();
        await audit.WriteAsync(EarlierDesk.Subject, licence.Id, actor, new AuditNote(licence.Corrects ? "xac-nhan-dinh-chinh" : "xac-nhan-giay-phep-cap-truoc", $"{schema.Name}, {row.Number}: {text}", Changes: changes), ct);
        await search.PutAsync(row, null, ct);
        return row.Id;
    }

    public async Task<LicenceOnFile?> FindAsync(string register, string number, Reader? by, CancellationToken ct)
    {
        var typed = number.Trim();
        var entries = by is null ? db.Set<RegisterEntry>().AsNoTracking() : list.Visible(by);
        // Numbers begin anew each year: the latest that bears it is meant.
        if (await entries.Where(e => e.Register == register && e.Number == typed).OrderByDescending(e => e.From).FirstOrDefaultAsync(ct) is not { } row) return null;
        var schema = rules.Version<RegisterSchema>(row.SchemaVersion);
        var (today, data) = (time.Today(), Data(row.Data));
        var expired = EntryTable.IsExpired(schema, row, today);
        return new LicenceOnFile(
            Facts(row), EntryTable.StateName(schema, row, today), schema.State(row.State) is { InForce: true } && !expired, expired, schema.State(row.State) is { Final: true }, row.HolderId,
            schema.Columns.ToDictionary(c => c.Key, c => FormInput.Show(c, data.GetValueOrDefault(c.Key)), StringComparer.Ordinal));
    }

    public static EntryFacts Facts(RegisterEntry e) => new(e.Id, e.Register, e.Number, e.HolderName, e.State, e.From, e.To, e.DocumentId);

    /// <summary>The stored columns: text, whole numbers.</summary>
    public static IReadOnlyDictionary<string, object> Data(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Number ? (object)p.Value.GetInt64() : p.Value.GetString() ?? "", StringComparer.Ordinal);
    }

    internal static string Written(IReadOnlyDictionary<string, object> data) => JsonSerializer.Serialize(new SortedDictionary<string, object>(data.ToDictionary(), StringComparer.Ordinal), Canonical);

    private static DateOnly? Expiry(RegisterSchema schema, Dictionary<string, object> data) =>
        schema.ExpiryColumn is { } column && DateOnly.TryParseExact(data.GetValueOrDefault(column)?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static RegisterIndex Index(Guid entry, FieldDefinition column, object value) => column.Type switch
    {
        FieldType.Number or FieldType.Money => new RegisterIndex { EntryId = entry, Field = column.Key, Number = Convert.ToInt64(value, CultureInfo.InvariantCulture) },
        FieldType.Date => new RegisterIndex { EntryId = entry, Field = column.Key, Date = DateOnly.ParseExact(value.ToString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) },
        FieldType.RegisterRef => new RegisterIndex { EntryId = entry, Field = column.Key, Reference = Guid.Parse(value.ToString()!) },
        _ => new RegisterIndex { EntryId = entry, Field = column.Key, SortKey = Platform.Words.SortKey.Of(value.ToString()!) },
    };
}
