using NhiemSo.Dossiers.Process.View;

namespace NhiemSo.Dossiers.Process.Act;

/// <summary>A use case that knows what the page of an act may begin with; whoever takes the act corrects it.</summary>
internal interface IActPrefill
{
    /// <summary>By field, as typed; null when it has nothing for this act.</summary>
    Task<IReadOnlyDictionary<string, string>?> OfAsync(DossierFacts facts, string act, CancellationToken ct);
}
