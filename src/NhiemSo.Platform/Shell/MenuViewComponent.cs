using Microsoft.AspNetCore.Mvc;

namespace NhiemSo.Platform.Shell;

public sealed record MenuLine(string Text, string Href, int? Count, bool Current);

public sealed record MenuSection(string? Heading, IReadOnlyList<MenuLine> Lines);

/// <summary>The staff menu with its counts, for the person of this request.</summary>
public sealed class MenuViewComponent(IEnumerable<IMenuSource> sources) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var context = new MenuContext(HttpContext);
        var items = sources.SelectMany(s => s.Items).Where(i => i.Role is null || HttpContext.User.IsInRole(i.Role)).OrderBy(i => i.Order).ToList();

        // Of "/mot-cua" and "/mot-cua/tiep-nhan" only the nearer one is current.
        var current = items.Where(i => Place.IsCurrent(i.Href, Request.Path)).MaxBy(i => i.Href.Length);

        var sections = new List<MenuSection>();
        foreach (var group in items.GroupBy(i => i.Section).OrderBy(g => g.Key is null ? 0 : 1))
        {
            var lines = new List<MenuLine>();
            foreach (var item in group) // one after another: the counts share the request's database context
                if (item.Shown is null || await item.Shown(context)) lines.Add(new MenuLine(item.Text, item.Href, item.Count is null ? null : await item.Count(context), item == current));
            if (lines.Count > 0) sections.Add(new MenuSection(group.Key, lines));
        }

        return View("/Shell/Parts/_Menu.cshtml", sections);
    }
}
