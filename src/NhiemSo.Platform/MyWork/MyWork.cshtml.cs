using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Platform.MyWork;

internal sealed record WorkRow(Matter Matter, string KindName, string Href, MatterChip? Chip);

/// <summary>The start page of everybody who works here.</summary>
internal sealed class MyWorkModel(MyWorkList work, CurrentReader current, IEnumerable<MatterKind> kinds, MatterChips chips, IEnumerable<IWorkPanel> panels) : PageModel
{
    /// <summary>Filter, in the address: qua-han, sap-den-han, cho-nguoi-khac.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Loc { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    public IReadOnlyList<WorkRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>What rooms add to what waits for me.</summary>
    public IReadOnlyList<WorkPanel> Panels { get; private set; } = [];

    public string Heading => Filter switch
    {
        WorkFilter.Late => "Việc quá hạn",
        WorkFilter.Soon => "Việc đến hạn hôm nay, ngày mai",
        WorkFilter.Others => "Việc chờ người khác",
        _ => "Việc đang chờ tôi",
    };

    public string EmptyTitle => Filter switch
    {
        WorkFilter.Late => "Không có việc nào quá hạn.",
        WorkFilter.Soon => "Không có việc nào đến hạn hôm nay, ngày mai.",
        WorkFilter.Others => "Không có việc nào của bạn đang chờ người khác.",
        _ => "Không có việc nào đang chờ bạn.",
    };

    public string EmptyNext => Filter == WorkFilter.Mine ? "Việc mới sẽ hiện ở đây khi đến lượt bạn. Bạn có thể tìm hồ sơ cũ bằng ô tìm phía trên." : "Chọn ô “Đang chờ tôi” để xem việc còn lại.";

    private WorkFilter Filter => Loc switch
    {
        "qua-han" => WorkFilter.Late,
        "sap-den-han" => WorkFilter.Soon,
        "cho-nguoi-khac" => WorkFilter.Others,
        _ => WorkFilter.Mine,
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        var tiles = new List<Tile>();
        foreach (var (filter, text, loc, tone) in ((WorkFilter, string, string?, TileTone)[])[
            (WorkFilter.Late, "Quá hạn", "qua-han", TileTone.Late), (WorkFilter.Soon, "Hôm nay, ngày mai", "sap-den-han", TileTone.Soon), (WorkFilter.Mine, "Đang chờ tôi", null, TileTone.Plain), (WorkFilter.Others, "Chờ người khác", "cho-nguoi-khac", TileTone.Plain)])
        {
            var count = await work.CountAsync(reader, filter, ct);
            tiles.Add(new Tile(text, Math.Min(count, MyWorkList.CountLimit - 1), loc is null ? "/viec" : $"/viec?loc={loc}", tone, filter == Filter, count == MyWorkList.CountLimit));
        }

        Tiles = tiles;
        if (Filter == WorkFilter.Mine && Sau is null)
            foreach (var source in panels.OrderBy(p => p.Order))
                if (await source.OfAsync(reader, ct) is { } panel) Panels = [.. Panels, panel];
        var byKind = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);
        var found = await work.ReadAsync(reader, Filter, Sau, ct);
        Next = found.Count > MyWorkList.PageSize ? Cursor.Write(found[MyWorkList.PageSize - 1]) : null;
        Rows = [.. found.Take(MyWorkList.PageSize).Select(m => new WorkRow(m, byKind[m.Kind].Name, byKind[m.Kind].Href(m.Id), chips.Of(m)))];
    }
}
