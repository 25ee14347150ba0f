using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Digitise;

/// <param name="Rows">What came on paper and how far it is digitised.</param>
/// <param name="MayDo">This reader may scan now.</param>
internal sealed record DigitiseShown(Guid DossierId, IReadOnlyList<(string Name, string State, bool Done)> Rows, bool MayDo);

/// <summary>What came on paper: not digitised yet, digitised, held against the original.</summary>
internal sealed class DigitisePanel : IDossierPanel
{
    public int Order => 5;

    public Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        var rows = facts.Papers.Where(p => p.ScannedAt is not null || Digitising.IsWaiting(p, facts.Dossier)).Select(p => (p.Name, StateOf(p), p.ComparedAt is not null)).ToList();
        var mayDo = facts.Acts.Any(a => a.Id == Digitising.Act) && facts.Papers.Any(p => Digitising.MayBeScanned(p, facts.Dossier) && (p.Accepted is not null || facts.Dossier.Channel != Channel.Online));
        return Task.FromResult(rows.Count == 0 && !mayDo ? null : new DossierPanel("/Digitise/_Digitise.cshtml", new DigitiseShown(facts.Matter.Id, rows, mayDo)));
    }

    public static string StateOf(DossierComponent paper) => paper switch
    {
        { ComparedAt: { } at } => $"đã đối chiếu với bản chính: {paper.ComparedByName}, {Wording.Moment(at)}",
        { ScannedAt: { } at } => $"đã số hóa lúc {Wording.Moment(at)}, chưa đối chiếu",
        { FileId: not null } => "người nộp gửi tệp",
        _ => "chưa số hóa",
    };
}
