namespace NhiemSo.Platform.Organisation;

/// <summary>Units that are no more, and where what they did goes.</summary>
/// <param name="Units">Each with the one that follows it.</param>
/// <param name="OfDuty">The unit that answers from now on for what was done under a provision; null when the provision is unknown.</param>
public sealed record UnitsFollowed(IReadOnlyDictionary<Guid, Guid> Units, Func<Guid, Guid?> OfDuty);

/// <summary>A room that binds something open to a unit, beside matters, passes it on in the act that ends the unit.</summary>
public interface IUnitFollower
{
    Task AfterAsync(UnitsFollowed to, CancellationToken ct);
}
