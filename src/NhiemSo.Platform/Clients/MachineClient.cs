using OpenIddict.EntityFrameworkCore.Models;

namespace NhiemSo.Platform.Clients;

/// <summary>A program of another office that calls the API with a secret of its own (ứng dụng kết nối).</summary>
internal sealed class MachineClient : OpenIddictEntityFrameworkCoreApplication<Guid, ClientAuthorization, ClientToken>
{
    public DateTime At { get; init; }

    /// <summary>When it last took an access token.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>From then on neither its secret nor any token of it opens anything.</summary>
    public DateTime? RevokedAt { get; set; }
}

/// <summary>Consent of a person; machine clients have none, the library's model asks for the table.</summary>
internal sealed class ClientAuthorization : OpenIddictEntityFrameworkCoreAuthorization<Guid, MachineClient, ClientToken>;

/// <summary>Scopes are named by the rooms (<see cref="ApiScope"/>), not kept here; the library's model asks for the table.</summary>
internal sealed class ClientScope : OpenIddictEntityFrameworkCoreScope<Guid>;

/// <summary>One issued access token: what it is, not what it says.</summary>
internal sealed class ClientToken : OpenIddictEntityFrameworkCoreToken<Guid, MachineClient, ClientAuthorization>;
