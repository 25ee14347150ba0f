using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Expiry;

/// <summary>What is about to expire, soonest first.</summary>
internal sealed class ExpiringPageModel(ExpiringEntries expiring, EntryList list, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? So { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public int Days => expiring.Days;

    public IReadOnlyList<(RegisterEntry Entry, RegisterSchema Schema, int Left)> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<Choice> Registers => [new("", "Mọi sổ"), .. list.Registers.Where(r => r.ExpiryColumn is not null).Select(r => new Choice(r.Code, r.Name))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await expiring.PageAsync(await current.GetAsync(ct), So, Cursor(Sau), ct);
        if (found.Count > ExpiringEntries.PageSize) Next = $"{found[ExpiringEntries.PageSize - 1].To:yyyyMMdd}_{found[ExpiringEntries.PageSize - 1].Id:N}";
        Rows = [.. found.Take(ExpiringEntries.PageSize).Select(e => (e, list.Register(e.Register)!, e.To!.Value.DayNumber - time.Today().DayNumber))];
    }

    private static (DateOnly To, Guid Id)? Cursor(string? text) => (text ?? "").Split('_') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) && Guid.TryParseExact(id, "N", out var last) ? (to, last) : null;
}
