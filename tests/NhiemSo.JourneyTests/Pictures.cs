using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NhiemSo.Platform.WorkingTime;
using Shouldly;

namespace NhiemSo.JourneyTests;

/// <summary>Pages that the user guide shows: looked at where a journey passes, and drawn when NHIEMSO_PICTURES names a folder (deploy/take-pictures).</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("NHIEMSO_PICTURES");

    public static bool Drawn => Folder is not null;

    /// <summary>The real time; while pictures are drawn, the morning of the next Tuesday, so that no page shows the night it was taken in.</summary>
    public static readonly TimeProvider Clock = Folder is null ? TimeProvider.System : new OfficeMorning();

    /// <summary>axe finds nothing serious, nothing scrolls sideways, on a wide page neither on a telephone; with the folder, NAME.png is what stands there.</summary>
    /// <param name="part">What matters on a wide page: the first element that fits it, and what follows it down to <paramref name="most"/>.</param>
    /// <param name="most">Greatest height in pixels.</param>
    public static async Task PictureAsync(this IPage page, string name, string part = "main", int most = 860)
    {
        await NoFaultAsync(page, name);
        if (Folder is not null) await DrawAsync(page, Path.Combine(Folder, name + ".png"), part, most);
        if (page.ViewportSize is not { Width: > 600 } wide) return;
        await page.SetViewportSizeAsync(390, 844);
        await NothingSidewaysAsync(page, name + " at 390 px");
        await page.SetViewportSizeAsync(wide.Width, wide.Height);
    }

    public static async Task NoFaultAsync(IPage page, string what)
    {
        var result = await page.RunAxe();
        result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{what}: {v.Id}, {v.Help}: {string.Join(" ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
        await NothingSidewaysAsync(page, what);
    }

    private static async Task NothingSidewaysAsync(IPage page, string what) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{what} scrolls sideways");

    /// <summary>The part as wide as it is (a telephone's page whole), down to the end of what stands in it.</summary>
    private static async Task DrawAsync(IPage page, string file, string part, int most)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await page.EvaluateAsync("() => { document.activeElement?.blur(); return document.fonts.ready.then(() => 0); }");
        var whole = part is "main" or "body";
        var box = await page.EvaluateAsync<float[]>("""
            part => {
              const edges = e => { const r = e.getBoundingClientRect(); return [r.left, r.top + scrollY, r.right, r.bottom + scrollY]; };
              const [left, top, right, bottom] = edges(document.querySelector(part));
              const shown = part === 'main' ? 'main > *' : part === 'body' ? 'main > *, .side nav' : null;
              return [left, top, right, shown ? Math.max(...[...document.querySelectorAll(shown)].map(e => edges(e)[3])) + 24 : bottom];
            }
            """, part);
        var narrow = page.ViewportSize!.Width < 600;
        var (left, top) = narrow ? (0, whole ? 0 : box[1] - 8) : (box[0], box[1]);
        var clip = new Clip { X = left, Y = top, Width = narrow ? page.ViewportSize.Width : box[2] - box[0], Height = Math.Min(most, box[3] - top) };
        await page.ScreenshotAsync(new() { Path = file, FullPage = true, Clip = clip, Animations = ScreenshotAnimations.Disabled });
    }

    private sealed class OfficeMorning : TimeProvider
    {
        private readonly TimeSpan ahead;

        public OfficeMorning()
        {
            var today = Vietnam.Day(DateTime.UtcNow);
            var tuesday = Enumerable.Range(1, 7).Select(today.AddDays).First(d => d.DayOfWeek == DayOfWeek.Tuesday);
            ahead = Vietnam.Utc(tuesday, new TimeOnly(9, 5)) - DateTime.UtcNow;
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
