using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Sheets;

namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>Takes in a statement for a person to look at. A line that an earlier import had is left out: the same money is never taken in twice.</summary>
internal sealed class StatementImport(DepartmentDb db, Work work, FileStore store, AuditTrail audit, TimeProvider time)
{
    public const string FileField = "Tep";

    private const long MaxBytes = 5L << 20;

    private const int MostRows = 5000;

    public async Task<Outcome<Guid>> TakeAsync(IFormFile? file, Reader by, CancellationToken ct)
    {
        if (file is null) return Problem.Field(FileField, "Chọn tệp sao kê (XLSX hoặc CSV).");
        await using var upload = file.OpenReadStream();
        // Looked through as any upload is: bombs, macros and what isn't what its name says don't reach the reader.
        var kept = await store.PutAsync(upload, file.FileName, ct, MaxBytes, [FileType.Xlsx, FileType.Text]);
        if (!kept.Ok) return Named(kept.Problem);
        var reading = await ReadAsync(kept.Value, ct);
        if (!reading.Ok) return Named(reading.Problem);
        if (reading.Value.Rows.Count == 0 && reading.Value.Unreadable.Count == 0) return Problem.Field(FileField, "Sao kê không có dòng tiền vào nào.");
        var keyed = Keyed(reading.Value.Rows);
        return await work.ActAsync<Guid>(async c =>
        {
            var keys = keyed.Select(k => k.Key).ToList();
            var known = (await db.Set<StatementLine>().Where(l => keys.Contains(l.Key)).Select(l => l.Key).ToListAsync(c)).ToHashSet(StringComparer.Ordinal);
            if (keyed.Count > 0 && known.Count == keyed.Count && reading.Value.Unreadable.Count == 0) return Problem.Field(FileField, $"Cả {keyed.Count} dòng tiền vào của sao kê này đã được nhập trước đó. Không có gì mới.");
            var statement = new BankStatement
            {
                FileName = kept.Value.Name, FileHash = kept.Value.Hash, At = Microseconds.Trim(time.GetUtcNow().UtcDateTime), ByName = by.Name, Known = known.Count,
                Unreadable = string.Join("; ", reading.Value.Unreadable.Take(50)),
            };
            db.Add(statement);
            db.AddRange(keyed.Where(k => !known.Contains(k.Key)).Select(k => new StatementLine { StatementId = statement.Id, Key = k.Key, Row = k.Row.Row, Day = k.Row.Day, Amount = k.Row.Amount, Content = k.Row.Content }));
            await audit.WriteAsync("statement", statement.Id, by.As(Role.Desk), new AuditNote("nhap-sao-ke", $"Nhập sao kê {statement.FileName}: {keyed.Count - known.Count} dòng mới", Evidence: [statement.FileHash]), c);
            return statement.Id;
        }, ct);
    }

    private async Task<Outcome<StatementReading>> ReadAsync(Stored stored, CancellationToken ct)
    {
        await using var content = store.OpenRead(stored.Hash);
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, ct);
        var sheet = SheetReader.Read(bytes, MostRows);
        return sheet.Ok ? StatementReader.Read(sheet.Value) : sheet.Problem;
    }

    /// <summary>Each row with its key. Two like rows without the bank's number are two payments; with it they are one.</summary>
    internal static IReadOnlyList<(string Key, StatementRow Row)> Keyed(IReadOnlyList<StatementRow> rows)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keyed = new Dictionary<string, StatementRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var content = string.Concat(row.Content.Where(char.IsLetterOrDigit)).ToUpperInvariant();
            var same = string.Create(CultureInfo.InvariantCulture, $"{row.Day:yyyy-MM-dd}|{row.Amount}|{row.BankId}|{content}");
            var times = seen[same] = row.BankId is null ? seen.GetValueOrDefault(same) + 1 : 1;
            keyed.TryAdd(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{same}|{times}"))), row);
        }

        return [.. keyed.Select(k => (k.Key, k.Value))];
    }

    private static Problem Named(Problem problem) => problem with { Fields = problem.Fields.Count == 0 ? [new FieldFault(FileField, problem.Message)] : [.. problem.Fields.Select(f => f with { Field = FileField })] };
}
