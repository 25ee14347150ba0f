namespace NhiemSo.Dossiers.Fees;

/// <summary>Told, within the same act, that the balance of a dossier's fees may have changed: paid, waived, counted anew, taken back.</summary>
internal interface IFeeFollower
{
    Task AfterAsync(Guid dossierId, DateTime now, CancellationToken ct);
}
