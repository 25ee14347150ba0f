using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees.Online;

/// <summary>What a gateway says of an order, its signature checked.</summary>
internal sealed record GatewaySays(Guid Order, string Transaction, long Amount, bool Paid);

/// <summary>A gateway at which people pay online. None is built in: without settings none is offered.</summary>
internal interface IPaymentGateway
{
    string Name { get; }

    /// <summary>Where the payer goes to pay the order.</summary>
    Uri PageFor(OnlineOrder order, string content, string back, string notify);

    /// <summary>Reads what comes back with the payer, or from the gateway itself; refused unless the signature holds.</summary>
    Outcome<GatewaySays> Read(IReadOnlyDictionary<string, string> said);
}
