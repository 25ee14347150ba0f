using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Words;

namespace NhiemSo.Mandate.Review;

/// <summary>
/// A code for each unit of a reading, for the reviewer to keep or change: the one given, else the one a unit of this name has
/// in the directory or in the rule books (also that of a decision taken back before its day), else the first letters of its name.
/// </summary>
internal sealed class UnitCodes(DepartmentDb db, RuleShelf rules)
{
    public const string Rule = "nhập mã gồm chữ không dấu và chữ số, tối đa 12 ký tự, như VP, TTRA; mã SO dành cho cả Sở.";

    /// <summary>A code as kept, or null when it can't be one.</summary>
    public static string? Clean(string? typed) =>
        typed?.Trim().ToUpperInvariant() is { Length: > 0 and <= 12 } code && code.All(char.IsAsciiLetterOrDigit) && code != PutInForce.MandateImport.DepartmentCode ? code : null;

    public async Task<IReadOnlyDictionary<string, string>> ProposeAsync(Revised revised, CancellationToken ct)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var unit in await db.Set<Platform.Organisation.Unit>().AsNoTracking().Where(u => u.ParentId != null && u.To == null).Select(u => new { u.Name, u.Code }).ToListAsync(ct)) known.TryAdd(unit.Name, unit.Code);
        foreach (var unit in rules.At(DateOnly.MaxValue).All<MandateRule>().SelectMany(m => m.Units)) known.TryAdd(unit.Name, unit.Code);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = revised.UnitCodes.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var node in revised.Nodes.Where(n => n.Unit is not null))
        {
            if (node.Unit!.Code is { } given) codes[node.Node.Id] = given;
            else if (known.TryGetValue(node.Unit.Words.Name, out var code) && taken.Add(code)) codes[node.Node.Id] = code;
            else codes[node.Node.Id] = Free(Letters(node.Unit.Words.Name), taken);
        }

        return codes;
    }

    private static string Letters(string name)
    {
        var words = Fold.Tokens(name).ToList();
        if (words.Count > 2 && words[0] is "phong" or "ban") words.RemoveAt(0);
        return new string([.. words.Where(w => w != "va" && char.IsAsciiLetterOrDigit(w[0])).Take(8).Select(w => char.ToUpperInvariant(w[0]))]) is { Length: > 0 } letters ? letters : "DV";
    }

    private static string Free(string letters, HashSet<string> taken)
    {
        var code = letters == PutInForce.MandateImport.DepartmentCode ? letters + "1" : letters;
        for (var i = 2; !taken.Add(code); i++) code = letters + i;
        return code;
    }
}
