using Microsoft.AspNetCore.Http;

namespace NhiemSo.Platform.Shell;

/// <summary>What a count may look at: who asks, and the request's services.</summary>
public sealed record MenuContext(HttpContext Http);

/// <summary>One line of the staff menu.</summary>
/// <param name="Order">Within its section; sections follow the order of their first item.</param>
/// <param name="Section">Heading above it; none for the officer's own work.</param>
/// <param name="Count">How much waits there for this person; null or 0 shows nothing.</param>
/// <param name="Role">Shown only to who has it.</param>
/// <param name="Shown">Asked of who has the role, where the role alone doesn't tell.</param>
public sealed record MenuItem(string Text, string Href, int Order, string? Section = null, Func<MenuContext, ValueTask<int?>>? Count = null, string? Role = null, Func<MenuContext, ValueTask<bool>>? Shown = null);

/// <summary>The menu items of one room; register as many as there are rooms, so that only built rooms appear.</summary>
public interface IMenuSource
{
    IEnumerable<MenuItem> Items { get; }
}

/// <summary>One line of the public navigation.</summary>
public sealed record PublicNavItem(string Text, string Href, int Order);

/// <summary>The public pages of one room.</summary>
public interface IPublicNavSource
{
    IEnumerable<PublicNavItem> Items { get; }
}

/// <summary>A place is current when the address is it or lies under it.</summary>
internal static class Place
{
    public static bool IsCurrent(string href, PathString path) => href == "/" ? path == "/" : path.StartsWithSegments(href, StringComparison.Ordinal);
}
