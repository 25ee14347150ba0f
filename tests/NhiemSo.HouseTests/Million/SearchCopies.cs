using NhiemSo.Platform.Data;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.Words;

namespace NhiemSo.HouseTests.Million;

/// <summary>The search items of copied dossiers, in the shape that <see cref="SearchIndex"/> gives them.</summary>
internal sealed class SearchCopies(Bulk bulk, Engine engine)
{
    /// <summary>Above any id the index has given before.</summary>
    private const long First = 1_000_000, FirstEntry = 100_000_000;

    private const string Title = "Cấp giấy phép xuất bản tài liệu không kinh doanh";

    private static readonly string[] Columns = ["id", "kind", "ref", "title", "subtitle", "href", "body", "exact", "stamp"];

    private static readonly string[] Works = ["Kỷ yếu hội thảo", "Sổ tay kỹ thuật", "Tờ rơi tuyên truyền", "Tài liệu tập huấn", "Lịch sử truyền thống", "Cẩm nang"];

    private static readonly string[] Topics = ["nuôi rong nho", "phòng chống cháy rừng", "chuyển đổi số cấp xã", "an toàn giao thông", "trồng xoài Úc", "du lịch cộng đồng", "đọc sách trong nhà trường"];

    public async Task AddAsync(IReadOnlyList<Copy> copies)
    {
        var items = copies.Select(c => (Copy: c, Id: First + c.Index, Body: $"4.3.2.a\n{ManyDossiers.LookupCodeOf(c.Index)}\n{c.Name}\n{Works[c.Index % Works.Length]} {Topics[c.Index / 3 % Topics.Length]}")).ToList();
        await PutAsync("dossier", [.. items.Select(i => new Row(i.Id, MatterIndexer.RefOf(i.Copy.Matter), Title, i.Copy.Name, $"/mot-cua/{i.Copy.Matter}", i.Body, MatterIndexer.StampOf(i.Copy.Version), [.. i.Copy.Keys]))]);
        await PutAsync("entry", [.. items.SelectMany(i => i.Copy.Entries.Select(e => new Row(FirstEntry + i.Copy.Index, $"{e.Id:N}", i.Body.Split('\n')[^1], $"{e.Number} · {i.Copy.Name}", $"/so-bo/{e.Register}/{e.Id}", Title, "", [SearchKeys.Staff])))]);
    }

    private async Task PutAsync(string kind, IReadOnlyList<Row> items)
    {
        var rows = items.Select(i => new object[] { i.Id, kind, i.Ref, i.Title, i.Subtitle, i.Href, i.Body, Fold.Exact($"{i.Title}\n{i.Subtitle}\n{i.Body}"), i.Stamp });
        var texts = items.Select(i => (i.Id, Folded: Fold.Text($"{i.Title}\n{i.Subtitle}\n{i.Body}")));
        if (engine == Engine.Sqlite)
        {
            await bulk.AddAsync("pf_search_item", Columns, rows);
            await bulk.AddAsync("pf_search_fts", ["rowid", "kind", "folded"], texts.Select(t => new object[] { t.Id, kind, t.Folded }));
        }
        else
        {
            // COPY knows no cast: the words come in as text and are cast within the server.
            await bulk.RunAsync("CREATE TEMP TABLE IF NOT EXISTS incoming (id bigint, kind text, ref text, title text, subtitle text, href text, body text, exact text, stamp text, words text); TRUNCATE incoming");
            await bulk.AddAsync("incoming", [.. Columns, "words"], rows.Zip(texts, (row, text) => (object[])[.. row, string.Join(' ', text.Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, at) => $"'{word}':{at + 1}"))]));
            await bulk.RunAsync($"INSERT INTO pf_search_item ({string.Join(", ", Columns)}, folded) OVERRIDING SYSTEM VALUE SELECT {string.Join(", ", Columns)}, CAST(words AS tsvector) FROM incoming");
        }

        await bulk.AddAsync("pf_search_scope", ["item_id", "key"], items.SelectMany(i => i.Keys.Select(key => new object[] { i.Id, key })));
    }

    private sealed record Row(long Id, string Ref, string Title, string Subtitle, string Href, string Body, string Stamp, IReadOnlyList<string> Keys);
}
