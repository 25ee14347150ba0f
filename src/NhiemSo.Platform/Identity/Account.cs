using Microsoft.AspNetCore.Identity;

namespace NhiemSo.Platform.Identity;

/// <summary>Someone who can sign in: a member of staff (a person of the directory) or a citizen (a party).</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person of the directory, for staff.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The party, for citizens and organisations.</summary>
    public Guid? PartyId { get; set; }

    /// <summary>Invented for demonstration; such accounts exist on loopback addresses only.</summary>
    public bool Demo { get; set; }
}
