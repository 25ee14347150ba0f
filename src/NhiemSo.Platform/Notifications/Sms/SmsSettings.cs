using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using NhiemSo.Platform.OperatorSettings;

namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>How the gateway wants the receiver's number.</summary>
public enum NumberForm
{
    /// <summary>0905123482</summary>
    Local,

    /// <summary>+84905123482</summary>
    Plus,

    /// <summary>84905123482</summary>
    Bare,
}

/// <summary>
/// The department's SMS gateway, section <c>Sms</c> of the settings. Only who runs the machine sets it: no page and no rule book can name an address
/// that the server would call.
/// </summary>
/// <param name="Headers">May hold the gateway's secret; written nowhere.</param>
/// <param name="Body">With <c>{{to}}</c>, <c>{{text}}</c>, <c>{{key}}</c>; each is escaped as the body's kind asks.</param>
/// <param name="Success">What an accepted message's answer looks like, beside a status of 2xx; null when the status says it all.</param>
/// <param name="Diacritics">Vietnamese as it is written: fewer letters fit.</param>
/// <param name="BesideMail">Also to applicants who gave an e-mail address.</param>
public sealed record SmsSettings(
    Uri Address, HttpMethod Method, IReadOnlyDictionary<string, string> Headers, string Body, bool Form, Regex? Success, NumberForm Number, bool Diacritics, bool BesideMail)
{
    /// <summary>The settings as the start checks them.</summary>
    public static IReadOnlyList<Setting> Allowed =>
    [
        Setting.WebAddress("Sms:Url"), Setting.OneOf("Sms:Method", "POST", "PUT", "GET"), Setting.Text("Sms:Headers:*", secret: true), Setting.OneOf("Sms:Format", "json", "form"),
        Setting.Text("Sms:Body"), new("Sms:Success", "một biểu thức chính quy", IsPattern), Setting.OneOf("Sms:Number", "0", "84", "+84"),
        Setting.YesNo("Sms:Diacritics"), Setting.YesNo("Sms:BesideMail"),
    ];

    /// <summary>Null when no gateway is set; a setting that can't be meant is said in words at once.</summary>
    public static SmsSettings? From(IConfiguration? settings)
    {
        if (settings?.GetSection("Sms") is not { } section || section["Url"] is not { Length: > 0 } url) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new InvalidOperationException("Sms:Url phải là địa chỉ http hoặc https đầy đủ.");
        var form = section["Format"] switch
        {
            null or "json" => false,
            "form" => true,
            var other => throw new InvalidOperationException($"Sms:Format là json hoặc form, không phải '{other}'."),
        };
        return new SmsSettings(
            address, new HttpMethod(section["Method"] ?? "POST"),
            section.GetSection("Headers").GetChildren().Where(h => h.Value is not null).ToDictionary(h => h.Key, h => h.Value!, StringComparer.OrdinalIgnoreCase),
            section["Body"] ?? (form ? "to={{to}}&text={{text}}&id={{key}}" : """{"to":"{{to}}","text":"{{text}}","id":"{{key}}"}"""),
            form,
            section["Success"] is { Length: > 0 } success ? new Regex(success, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) : null,
            section["Number"] switch
            {
                null or "0" => NumberForm.Local,
                "+84" => NumberForm.Plus,
                "84" => NumberForm.Bare,
                var other => throw new InvalidOperationException($"Sms:Number là 0, 84 hoặc +84, không phải '{other}'."),
            },
            section.GetValue("Diacritics", false), section.GetValue("BesideMail", false));
    }

    private static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
