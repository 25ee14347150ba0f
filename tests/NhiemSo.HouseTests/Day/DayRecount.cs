using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;

namespace NhiemSo.HouseTests.Day;

/// <summary>Counts the day again from the bare tables and from what the script saw: figures, numbers, letters, deadlines.</summary>
internal sealed class DayRecount(WebHouse house, IReadOnlyList<Walked> walked)
{
    /// <summary>Acts of which an applicant with an e-mail address is told, one letter each.</summary>
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "nop", "tiep-nhan", "huong-dan-hoan-thien", "tu-choi-tiep-nhan", "yeu-cau-bo-sung", "phat-hanh", "gui-to-trinh", "gui-ho-so", "nhan-ket-qua", "ghi-nhan", "tra-ket-qua", "rut", "dung",
    };

    /// <summary>Steps of the processes; beside them the trail tells of fees and the like.</summary>
    private static readonly HashSet<string> Steps = [.. Told, "chuyen", "phan-cong", "tham-dinh", "trinh-du-thao", "trinh-to-trinh", "trinh-van-ban-chuyen", "tu-choi-giai-quyet", "ky-duyet", "ghi-chu-ky", "dong-dau", "tra-lai", "bo-sung", "hoan-thien", "bo-ky"];

    private static readonly Dictionary<Fate, string[]> Ends = new()
    {
        [Fate.Finished] = ["da-tra-ket-qua", "da-ghi-nhan"], [Fate.Refused] = ["da-tra-ket-qua"], [Fate.Waiting] = ["moi-dang-ky"], [Fate.ToComplete] = ["cho-hoan-thien"],
        [Fate.NotAccepted] = ["khong-tiep-nhan"], [Fate.AtUnit] = ["cho-phan-cong"], [Fate.Supplement] = ["cho-bo-sung"], [Fate.Withdrawn] = ["da-rut"], [Fate.Stopped] = ["da-dung"],
    };

    /// <summary>As the table holds them.</summary>
    private static readonly Dictionary<WayIn, string> Channels = new() { [WayIn.OnlineForm] = "0", [WayIn.OtherPortal] = "0", [WayIn.Counter] = "1", [WayIn.Post] = "2" };

    public async Task ShouldHoldAsync()
    {
        await StatesAsync();
        await WaysInAsync();
        await NumbersAsync();
        await LettersAsync();
        await DeadlinesAsync();
        await RegistersAsync();
    }

    private async Task StatesAsync()
    {
        var rows = (await ReadAsync("SELECT m.id, m.state, d.lookup_code, d.procedure FROM pf_matter m JOIN ds_dossier d ON d.id = m.id")).ToDictionary(r => r[2]!, StringComparer.Ordinal);
        rows.Keys.ShouldBe(walked.Select(w => w.LookupCode), ignoreOrder: true);
        foreach (var w in walked)
        {
            (rows[w.LookupCode][3]).ShouldBe(w.Procedure);
            Ends[w.Fate].ShouldContain(rows[w.LookupCode][1]!, $"{w.Procedure} {w.LookupCode}: {w.Fate}");
        }

        var books = await BooksAsync();
        var trail = (await ReadAsync("SELECT subject_id, act FROM pf_audit_entry WHERE subject = 'matter' ORDER BY subject_id, position")).ToLookup(r => Guid.Parse(r[0]!), r => r[1]!);
        foreach (var w in walked)
        {
            trail[w.Id].Where(Steps.Contains).ShouldBe(w.Acts, $"{w.Procedure} {w.LookupCode}");
            // A new licence is entered; one that stands is given a further version.
            var entered = w.Entry is null ? [] : new[] { books[w.Procedure].Contains("acts_on:", StringComparison.Ordinal) ? "doi-noi-dung-so" : "vao-so" };
            trail[w.Id].Where(a => a is "vao-so" or "doi-noi-dung-so").ShouldBe(entered, $"{w.Procedure} {w.LookupCode}");
        }
    }

    /// <summary>How each came is kept as it came, and no way was left out.</summary>
    private async Task WaysInAsync()
    {
        var portal = (await ReadAsync("SELECT dossier_id FROM ds_national")).Select(r => Guid.Parse(r[0]!)).ToHashSet();
        var kept = (await ReadAsync("SELECT id, channel FROM ds_dossier")).ToDictionary(r => Guid.Parse(r[0]!), r => r[1]!);
        foreach (var w in walked)
            (kept[w.Id], portal.Contains(w.Id)).ShouldBe((Channels[w.Way], w.Way == WayIn.OtherPortal), $"{w.Procedure} {w.LookupCode}: {w.Way}");
        walked.Select(w => w.Way).Distinct().ShouldBe(Enum.GetValues<WayIn>(), ignoreOrder: true);
    }

    /// <summary>Dossier codes, documents and arrivals: 1 to the last, none twice, none left out.</summary>
    private async Task NumbersAsync()
    {
        var codes = (await ReadAsync("SELECT number FROM pf_matter WHERE number IS NOT NULL")).Select(r => r[0]!.Split('-')).ToList();
        codes.Count.ShouldBe(walked.Count(w => w.AcceptedAt is not null));
        Gapless(codes.Select(c => ($"{c[0]}-{c[1]}", int.Parse(c[2], CultureInfo.InvariantCulture))));
        var documents = await ReadAsync("SELECT book, year, number FROM dc_document");
        documents.Count.ShouldBe(walked.Sum(w => w.Acts.Count(a => a == "ky-duyet")));
        Gapless(documents.Select(d => ($"{d[0]} {d[1]}", int.Parse(d[2]!, CultureInfo.InvariantCulture))));
        var arrivals = await ReadAsync("SELECT number FROM dc_incoming");
        arrivals.Count.ShouldBe(walked.Sum(w => w.Acts.Count(a => a == "nhan-ket-qua")));
        Gapless(arrivals.Select(a => ("đến", int.Parse(a[0]!, CultureInfo.InvariantCulture))));
    }

    private async Task LettersAsync()
    {
        var mails = (await ReadAsync("SELECT matter_id FROM pf_mail WHERE matter_id IS NOT NULL")).CountBy(r => Guid.Parse(r[0]!)).ToDictionary();
        foreach (var w in walked)
            mails.GetValueOrDefault(w.Id).ShouldBe(w.Email is null ? 0 : w.Acts.Count(Told.Contains), $"{w.Procedure} {w.LookupCode}: {string.Join(' ', w.Acts)}");
    }

    private async Task DeadlinesAsync()
    {
        var dues = (await ReadAsync("SELECT m.id, m.original_due FROM pf_matter m WHERE m.original_due IS NOT NULL")).ToDictionary(r => Guid.Parse(r[0]!), r => r[1]!);
        var books = await BooksAsync();
        var judged = 0;
        foreach (var w in walked.Where(w => w.AcceptedAt is not null && !w.Acts.Contains("yeu-cau-bo-sung")))
        {
            var notified = books[w.Procedure].Contains("\nprocess: tiep-nhan-thong-bao", StringComparison.Ordinal);
            if (LimitByHand.Of(books[w.Procedure]) is not { } limit || LimitByHand.LastDay(notified ? w.At : w.AcceptedAt!.Value, limit) is not { } day) continue;
            var due = DateTime.Parse(dues[w.Id], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).AddHours(7).AddTicks(-1);
            DateOnly.FromDateTime(due).ShouldBe(day, $"{w.Procedure} {w.LookupCode}: {limit.Value} {limit.Unit}");
            judged++;
        }

        judged.ShouldBeGreaterThan(0);
    }

    /// <summary>What was granted stands in its register, once, and nothing else does.</summary>
    private async Task RegistersAsync()
    {
        var entries = (await ReadAsync("SELECT matter_id, register, number FROM rg_entry")).ToList();
        entries.Select(e => (e[1], e[2])).Distinct().Count().ShouldBe(entries.Count);
        var granted = walked.Where(w => w.Entry is not null).ToDictionary(w => w.Id);
        foreach (var entry in entries) granted[Guid.Parse(entry[0]!)].Entry.ShouldBe(entry[1]);
        var written = (await ReadAsync("SELECT DISTINCT matter_id FROM rg_entry_version WHERE matter_id IS NOT NULL")).Select(r => Guid.Parse(r[0]!));
        granted.Keys.Except(written).ShouldBeEmpty("a result that no register shows");
    }

    private async Task<Dictionary<string, string>> BooksAsync() =>
        (await ReadAsync("SELECT code, text FROM pf_rule_version WHERE kind = 'procedure'")).ToDictionary(r => r[0]!, r => r[1]!, StringComparer.Ordinal);

    private static void Gapless(IEnumerable<(string Book, int Number)> numbers)
    {
        foreach (var book in numbers.GroupBy(n => n.Book, n => n.Number)) book.Order().ShouldBe(Enumerable.Range(1, book.Count()), book.Key);
    }

    private Task<List<string?[]>> ReadAsync(string sql) => house.AskAsync(async (DepartmentDb db) =>
    {
        var rows = new List<string?[]>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i) is DateTime at ? at.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))]);
        return rows;
    });
}
