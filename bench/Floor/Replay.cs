namespace NhiemSo.Floor;

/// <summary>One statement that an act of the house wrote with, and its values.</summary>
public sealed record Written(string Sql, IReadOnlyList<(string Name, object Value)> Values);

/// <summary>
/// An act's writes, sent again for another dossier: the same rows, numbers and indexes in one durable transaction on prepared commands.
/// Nothing is read, checked, hashed or drawn.
/// </summary>
public sealed class Replay
{
    private readonly IReadOnlyList<Written> act;
    private readonly IReadOnlyList<Guid> own;
    private readonly IReadOnlyList<string> texts;
    private readonly long item;
    private readonly IReadOnlyList<(string Name, object Value, int Own, bool Text)[]> slots;

    /// <param name="act">The writes in their order.</param>
    /// <param name="own">Ids that are another's each time.</param>
    /// <param name="texts">Codes and numbers that are another's each time.</param>
    /// <param name="item">The id that the search index gave; another's each time.</param>
    public Replay(IReadOnlyList<Written> act, IReadOnlyList<Guid> own, IReadOnlyList<string> texts, long item)
    {
        (this.act, this.own, this.texts, this.item) = (act, own, texts, item);
        slots = [.. act.Select(w => w.Values.Select(v => (v.Name, v.Value, Own: v.Value is Guid id ? own.ToList().IndexOf(id) : -1, Text: v.Value is string text && IsOwn(text))).ToArray())];
    }

    /// <param name="pool">Where to.</param>
    /// <param name="ids">In the order of the act's own.</param>
    /// <param name="codes">In the order of its texts.</param>
    public Task RunAsync(ConnectionPool pool, IReadOnlyList<Guid> ids, IReadOnlyList<string> codes) => pool.WriteAsync(async c =>
    {
        var given = item;
        for (var i = 0; i < act.Count; i++)
        {
            var values = slots[i].Select(s => (s.Name, Value: s.Own >= 0 ? ids[s.Own] : s.Text ? Renewed((string)s.Value, ids, codes) : s.Value is long number && number == item ? given : s.Value)).ToList();
            var answer = await c.ScalarAsync(act[i].Sql, values);
            if (answer is long made && act[i].Sql.StartsWith("INSERT INTO pf_search_item", StringComparison.Ordinal)) given = made;
        }
    });

    private bool IsOwn(string text) => texts.Any(t => text.Contains(t, StringComparison.Ordinal)) || own.Any(id => text.Contains(id.ToString("N"), StringComparison.OrdinalIgnoreCase) || text.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase));

    private string Renewed(string text, IReadOnlyList<Guid> ids, IReadOnlyList<string> codes)
    {
        for (var i = 0; i < texts.Count; i++) text = text.Replace(texts[i], codes[i], StringComparison.Ordinal);
        for (var i = 0; i < own.Count; i++) text = text.Replace(own[i].ToString("N"), ids[i].ToString("N"), StringComparison.Ordinal).Replace(own[i].ToString(), ids[i].ToString(), StringComparison.Ordinal);
        return text;
    }
}
