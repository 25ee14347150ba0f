using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Fees.Statements;

internal enum Verdict
{
    /// <summary>Reference found, amount as due: recorded when the statement is confirmed.</summary>
    Exact,
    Less,
    More,

    /// <summary>Reference found, but nothing is left to pay.</summary>
    NothingDue,

    /// <summary>No reference of ours stands in the content.</summary>
    Unknown,
}

/// <param name="Dossier">Null when no reference was found.</param>
/// <param name="Left">What the dossier owes before this line.</param>
internal sealed record LineMatch(StatementLine Line, Verdict Verdict, Guid? Dossier, string? Reference, long Left);

/// <summary>Holds lines against what dossiers owe, one line after the other, so that two of one dossier don't both count as exact.</summary>
internal sealed class Matches(DepartmentDb db)
{
    public async Task<IReadOnlyList<LineMatch>> OfAsync(IReadOnlyList<StatementLine> lines, CancellationToken ct)
    {
        var found = lines.ToDictionary(l => l.Id, l => PaymentReference.In(l.Content).Distinct().ToList());
        var wanted = found.Values.SelectMany(r => r).Distinct().ToList();
        var sheets = await db.Set<FeeSheet>().AsNoTracking().Where(s => wanted.Contains(s.Reference)).ToDictionaryAsync(s => s.Reference, ct);
        var left = sheets.Values.ToDictionary(s => s.DossierId, s => s.Left);
        var matches = new List<LineMatch>();
        foreach (var line in lines)
        {
            // Two references in one content: nobody but a person can tell for which one it was paid.
            var ours = found[line.Id].Where(sheets.ContainsKey).ToList();
            if (ours.Count != 1)
            {
                matches.Add(new LineMatch(line, Verdict.Unknown, null, null, 0));
                continue;
            }

            var sheet = sheets[ours[0]];
            var owed = left[sheet.DossierId];
            var verdict = owed <= 0 ? Verdict.NothingDue : line.Amount == owed ? Verdict.Exact : line.Amount < owed ? Verdict.Less : Verdict.More;
            if (verdict == Verdict.Exact) left[sheet.DossierId] = 0;
            matches.Add(new LineMatch(line, verdict, sheet.DossierId, sheet.Reference, owed));
        }

        return matches;
    }

    /// <summary>Numbers and titles of the dossiers that the reader sees.</summary>
    public Task<Dictionary<Guid, Matter>> SeenAsync(IEnumerable<Guid> ids, Reader reader, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return db.VisibleTo(reader).AsNoTracking().Where(m => wanted.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
    }
}
