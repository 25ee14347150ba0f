using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Portal;

/// <summary>A procedure in plain words for citizens.</summary>
internal static class PlainWords
{
    public static string HowLong(Procedure p) => p.TimeLimit is { } limit ? Wording.Capital(limit.Limit.ToString()) : "Chưa biết";

    public static string HowMuch(Procedure p) => p.Fees switch
    {
        null => "Chưa biết",
        { Count: 0 } => "Không thu",
        var fees => string.Join("; ", fees.Select(f => f.AmountVnd is { } amount ? $"{f.What}: {Wording.Money(amount)}" : $"{f.What}: chưa biết mức")),
    };

    public static string Copy(ComponentKind kind) => kind switch
    {
        ComponentKind.Original => "bản chính",
        ComponentKind.Copy => "bản sao",
        ComponentKind.CertifiedCopy => "bản sao chứng thực",
        _ => "bản sao hợp lệ",
    };
}
