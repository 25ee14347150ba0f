namespace NhiemSo.Platform.Rooms;

/// <summary>A room's part of the demo department: invented and marked so. Run once, on an empty database started with demo.</summary>
public interface IDemoPart
{
    Task LoadAsync(CancellationToken ct);
}
