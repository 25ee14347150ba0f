using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>Hands one message to the gateway over HTTP. What goes wrong is told without address, headers or answer: any of them may hold a secret.</summary>
public sealed partial class SmsGateway(SmsSettings? settings) : IDisposable
{
    private const int AnswerLimit = 64 << 10;

    // No redirects: the gateway is the address that was set, and the secret goes nowhere else.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = AnswerLimit,
    };

    /// <summary>Null when the department has none: nothing is offered and nothing is queued.</summary>
    public SmsSettings? Settings => settings;

    /// <param name="key">The same message has the same key, however often it is tried: a gateway that keeps keys sends it once.</param>
    public async Task SendAsync(string to, string text, string key, CancellationToken ct)
    {
        if (settings is null) throw new InvalidOperationException("Chưa đặt cổng tin nhắn (Sms:Url).");
        using var request = new HttpRequestMessage(settings.Method, settings.Address)
        {
            Content = new StringContent(Fill(settings, to, text, key), Encoding.UTF8, settings.Form ? "application/x-www-form-urlencoded" : "application/json"),
        };
        foreach (var (name, value) in settings.Headers) request.Headers.TryAddWithoutValidation(name, value);
        var (status, answer) = await AskAsync(request, ct);
        if (status is < 200 or > 299) throw new SmsRefusedException($"Cổng tin nhắn trả lời {status}.");
        if (settings.Success?.IsMatch(answer) == false) throw new SmsRefusedException("Cổng tin nhắn không nhận tin: trả lời không đúng dấu hiệu thành công (Sms:Success).");
    }

    /// <summary>The body, each value escaped and put in once: a text that looks like a place to fill in stays a text.</summary>
    internal static string Fill(SmsSettings settings, string to, string text, string key) => Place().Replace(settings.Body, place =>
    {
        var value = place.Groups["what"].Value switch
        {
            "to" => Number(to, settings.Number),
            "text" => text,
            _ => key,
        };
        return settings.Form ? Uri.EscapeDataString(value) : JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
    });

    private static string Number(string local, NumberForm form) => form switch
    {
        NumberForm.Plus => Phone.International(local),
        NumberForm.Bare => Phone.International(local)[1..],
        _ => local,
    };

    private async Task<(int Status, string Answer)> AskAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var answer = await http.SendAsync(request, ct);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new SmsRefusedException(e is OperationCanceledException ? "Cổng tin nhắn không trả lời kịp." : "Không nối được với cổng tin nhắn.");
        }
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex(@"\{\{(?<what>to|text|key)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}

/// <summary>The message did not go; the words are for the operator and hold nothing secret.</summary>
public sealed class SmsRefusedException(string message) : Exception(message);
