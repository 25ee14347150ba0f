using System.Text.RegularExpressions;

namespace NhiemSo.Platform.Operation;

/// <summary>
/// Covers what a message from outside (a mail server's refusal, a gateway's, an engine's) may carry of people: e-mail addresses, and runs of
/// nine digits and more: telephone, personal and account numbers. For logs and for the operator's page, who needs the fault and not the person.
/// </summary>
public static partial class PersonalMask
{
    public static string Cover(string text) => Digits().Replace(Address().Replace(text, "[thư điện tử]"), "[dãy số]");

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b\d{9,}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
