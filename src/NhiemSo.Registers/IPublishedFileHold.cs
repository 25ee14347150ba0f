namespace NhiemSo.Registers;

/// <summary>A later room that may keep a result back for a while, such as until its fee is paid: as long, the register's public page gives no copy of it.</summary>
public interface IPublishedFileHold
{
    Task<bool> HoldsAsync(Guid documentId, CancellationToken ct);
}
