using NhiemSo.Dossiers.Model;

namespace NhiemSo.Dossiers.Books;

/// <summary>The words that procedure books use.</summary>
internal static class ProcedureWords
{
    public static readonly IReadOnlyDictionary<string, ProcedureAction> Actions = new Dictionary<string, ProcedureAction>(StringComparer.Ordinal)
    {
        ["cap"] = ProcedureAction.Grant,
        ["cap-lai"] = ProcedureAction.Reissue,
        ["sua-doi"] = ProcedureAction.Amend,
        ["gia-han"] = ProcedureAction.Extend,
        ["thu-hoi"] = ProcedureAction.Withdraw,
        ["xac-nhan"] = ProcedureAction.Confirm,
        ["thong-bao"] = ProcedureAction.Notify,
        ["dang-ky"] = ProcedureAction.Register,
        ["chuyen"] = ProcedureAction.Forward,
    };

    public static readonly IReadOnlyDictionary<string, LicenceChange> Changes = new Dictionary<string, LicenceChange>(StringComparer.Ordinal)
    {
        ["sua-doi"] = LicenceChange.Amend,
        ["cap-lai"] = LicenceChange.Reissue,
        ["gia-han"] = LicenceChange.Extend,
        ["thu-hoi"] = LicenceChange.Withdraw,
    };

    public static readonly IReadOnlyDictionary<string, Channel> Channels = new Dictionary<string, Channel>(StringComparer.Ordinal)
    {
        ["truc-tiep"] = Channel.Desk,
        ["buu-chinh"] = Channel.Post,
        ["truc-tuyen"] = Channel.Online,
    };

    public static readonly IReadOnlyDictionary<string, ComponentKind> ComponentKinds = new Dictionary<string, ComponentKind>(StringComparer.Ordinal)
    {
        ["ban-chinh"] = ComponentKind.Original,
        ["ban-sao"] = ComponentKind.Copy,
        ["ban-sao-chung-thuc"] = ComponentKind.CertifiedCopy,
        ["ban-sao-hop-le"] = ComponentKind.ValidCopy,
    };
}
