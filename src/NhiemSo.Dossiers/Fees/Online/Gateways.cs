using Microsoft.Extensions.Configuration;

namespace NhiemSo.Dossiers.Fees.Online;

/// <summary>The gateway by the settings <c>Payment:Name</c>, <c>Url</c>, <c>Merchant</c>, <c>Secret</c>; none unless all four are there.</summary>
internal sealed class Gateways(IConfiguration settings)
{
    public IPaymentGateway? Current
    {
        get
        {
            var payment = settings.GetSection("Payment");
            return payment["Name"] is { Length: > 0 } name && Uri.TryCreate(payment["Url"], UriKind.Absolute, out var page) && payment["Merchant"] is { Length: > 0 } merchant && payment["Secret"] is { Length: > 0 } secret
                ? new SignedGateway(name, page, merchant, secret) : null;
        }
    }
}
