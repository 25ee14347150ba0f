using NhiemSo.Platform.Search;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Procedures;

/// <summary>Administrative procedures, found by everybody and by the words people use for them.</summary>
internal sealed class ProcedureSearch(Catalogue catalogue, TimeProvider time) : ISearchSource
{
    private const string Procedure = "procedure";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(Procedure, "Thủ tục hành chính", 3)];

    public Task<IReadOnlyList<SearchItem>> ItemsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<SearchItem>>(
    [
        .. catalogue.ForApplicants(time.Today()).Select(offered => offered.Procedure).Select(p => new SearchItem(
            Procedure, p.Code, p.Name, p.IssuingAuthority, $"/thu-tuc/{p.Code}",
            string.Join('\n', [p.Summary, .. p.Everyday, p.NationalCode ?? "", p.Result.Name, .. p.Components.Select(c => c.Name), p.Duty]), [SearchKeys.Public])),
    ]);
}
