using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Portal;

/// <summary>A procedure in plain words for citizens.</summary>
internal static class PlainWords
{
    public static string HowLong(Procedure p) => p.TimeLimit is { } limit ? Wording.Capital(limit.Limit.ToString()) : "Chưa biết";

    /// <summary>Where a doubtful fact was read, and what is doubtful about it.</summary>
    public static string Doubt(DoubtfulFact fact) => string.Join(". ", new[] { fact.Source?.Title ?? "chưa có văn bản gốc", fact.Note }.OfType<string>()) + ".";

    public static string Channels(Procedure p) => Wording.Capital(string.Join(", ", p.Channels.Select(c => c switch
    {
        Channel.Online => "trực tuyến trên trang này",
        Channel.Post => "qua bưu chính",
        _ => "trực tiếp",
    })));

    /// <summary>Why the button to apply isn't there.</summary>
    public static string WhyNotOnline(OfferedProcedure offered) => offered switch
    {
        { Book.Draft: true } => "Thủ tục này đang được soạn, chưa áp dụng.",
        { Procedure.TimeLimit: null } or { Procedure.Fees: null } => "Chúng tôi chưa xác nhận được thời hạn hoặc mức phí của thủ tục này.",
        { MayBeFiled: false } => "Một số điểm của thủ tục này còn phải đối chiếu với văn bản gốc.",
        _ => "Thủ tục này không nhận hồ sơ trực tuyến.",
    };

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
