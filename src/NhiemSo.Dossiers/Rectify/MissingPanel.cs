using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Forms;

namespace NhiemSo.Dossiers.Rectify;

/// <param name="MayFill">This reader may fill it in.</param>
internal sealed record MissingShown(Guid DossierId, IReadOnlyList<FieldDefinition> Fields, bool MayFill);

/// <summary>What a changed procedure wants to know and the applicant hasn't said yet; mẫu 02 asks for it.</summary>
internal sealed class MissingPanel : IDossierPanel, IActPrefill
{
    private const string Ask = "huong-dan-hoan-thien";

    public int Order => 1;

    public Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct) =>
        Task.FromResult(Of(facts) is { Count: > 0 } missing ? new DossierPanel("/Rectify/_Missing.cshtml", new MissingShown(facts.Matter.Id, missing, facts.Acts.Any(a => a.Id == CorrectWork.Act))) : null);

    public Task<IReadOnlyDictionary<string, string>?> OfAsync(DossierFacts facts, string act, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>?>(act == Ask && Of(facts) is { Count: > 0 } missing
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = $"Bổ sung thông tin: {string.Join("; ", missing.Select(m => m.Label))}." }
            : null);

    private static IReadOnlyList<FieldDefinition> Of(DossierFacts facts) =>
        facts.Matter.Closed is null && facts.Dossier.AcceptedAt is null && facts.Dossier.Channel != Channel.Office ? ChangeWork.Missing(facts.Procedure, Json.Values(facts.Dossier.Data)) : [];
}
