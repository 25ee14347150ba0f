using System.Globalization;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Parts of a whole in percent, with one digit after the comma.</summary>
internal static class Shares
{
    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = "," };

    /// <summary>Null without a whole.</summary>
    public static decimal? Of(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);

    public static string? Words(int part, int whole) => Of(part, whole) is { } share ? $"{Number(share)}\u00A0%" : null;

    public static string Number(decimal value) => value.ToString("0.0", Comma);
}
