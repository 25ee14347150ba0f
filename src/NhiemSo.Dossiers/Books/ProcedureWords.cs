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
    };

    public static readonly IReadOnlyDictionary<string, SubmissionChannel> Channels = new Dictionary<string, SubmissionChannel>(StringComparer.Ordinal)
    {
        ["truc-tiep"] = SubmissionChannel.Desk,
        ["buu-chinh"] = SubmissionChannel.Post,
        ["truc-tuyen"] = SubmissionChannel.Online,
    };

    public static readonly IReadOnlyDictionary<string, ComponentKind> ComponentKinds = new Dictionary<string, ComponentKind>(StringComparer.Ordinal)
    {
        ["ban-chinh"] = ComponentKind.Original,
        ["ban-sao"] = ComponentKind.Copy,
        ["ban-sao-chung-thuc"] = ComponentKind.CertifiedCopy,
        ["ban-sao-hop-le"] = ComponentKind.ValidCopy,
    };
}
