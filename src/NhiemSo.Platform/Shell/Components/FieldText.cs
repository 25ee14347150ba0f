using System.Collections;
using System.Globalization;

namespace NhiemSo.Platform.Shell.Components;

/// <summary>A value as it stands in its control: dates dd/MM/yyyy, money with points.</summary>
internal static class FieldText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static IReadOnlyList<string> Of(object? value, FieldKind kind) => value switch
    {
        null => [],
        string text => [text],
        DateOnly day => [day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)],
        TimeOnly time => [time.ToString("HH:mm", CultureInfo.InvariantCulture)],
        bool yes => [yes ? "true" : "false"],
        long or int when kind is FieldKind.Money => [((IFormattable)value).ToString("N0", Vietnamese)],
        IEnumerable many => [.. many.Cast<object?>().SelectMany(v => Of(v, kind))],
        IFormattable other => [other.ToString(null, Vietnamese)],
        _ => [value.ToString() ?? ""],
    };
}
