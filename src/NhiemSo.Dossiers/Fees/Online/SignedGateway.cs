using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees.Online;

/// <summary>
/// A gateway by redirect and notification, each signed with HMAC-SHA256 over all values in the order of their names: the shape that
/// the country's gateways share. A real one with its own names and order needs a class beside this one.
/// </summary>
internal sealed class SignedGateway(string name, Uri page, string merchant, string secret) : IPaymentGateway
{
    public const string Signature = "signature";

    private static readonly Problem NotSigned = Problem.Forbidden("Thông tin thanh toán không mang chữ ký hợp lệ nên không được ghi nhận.");

    public string Name => name;

    public Uri PageFor(OnlineOrder order, string content, string back, string notify)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["merchant"] = merchant, ["order"] = order.Id.ToString("N"), ["amount"] = order.Amount.ToString(CultureInfo.InvariantCulture), ["content"] = content, ["return_url"] = back, ["notify_url"] = notify,
        };
        return new UriBuilder(page) { Query = $"{Joined(values)}&{Signature}={Sign(values, secret)}" }.Uri;
    }

    public Outcome<GatewaySays> Read(IReadOnlyDictionary<string, string> said)
    {
        var given = Encoding.ASCII.GetBytes(said.GetValueOrDefault(Signature, ""));
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Sign(said, secret)))) return NotSigned;
        return Guid.TryParseExact(said.GetValueOrDefault("order"), "N", out var order)
            && long.TryParse(said.GetValueOrDefault("amount"), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && said.GetValueOrDefault("transaction") is { Length: > 0 and <= 100 } transaction
            ? new GatewaySays(order, transaction, amount, said.GetValueOrDefault("status") == "paid")
            : Problem.Invalid("Thông tin thanh toán thiếu mã đơn, mã giao dịch hoặc số tiền.");
    }

    internal static string Sign(IReadOnlyDictionary<string, string> values, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Joined(values))));

    private static string Joined(IReadOnlyDictionary<string, string> values) =>
        string.Join('&', values.Where(v => v.Key != Signature).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));
}
