using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace NhiemSo.Platform.Identity.Sessions;

/// <summary>How long one stays signed in, section <c>SignIn</c> of the settings.</summary>
/// <param name="Idle">Without doing anything; <c>IdleMinutes</c>, 30 when left out: desks are shared.</param>
/// <param name="Longest">From signing in, whatever one does; <c>Hours</c>, 10 when left out: a working day.</param>
/// <param name="Signing">So long after the password was last typed one signs without typing it again; <c>SigningMinutes</c>, 15 when left out.</param>
internal sealed record SignInSettings(TimeSpan Idle, TimeSpan Longest, TimeSpan Signing)
{
    /// <exception cref="InvalidOperationException">A setting that can't be meant, in words.</exception>
    public static SignInSettings From(IConfiguration? settings) =>
        new(
            TimeSpan.FromMinutes(Read(settings, "SignIn:IdleMinutes", 30, 1440)), TimeSpan.FromHours(Read(settings, "SignIn:Hours", 10, 24)),
            TimeSpan.FromMinutes(Read(settings, "SignIn:SigningMinutes", 15, 1440)));

    private static int Read(IConfiguration? settings, string key, int usual, int most)
    {
        if (settings?[key] is not { Length: > 0 } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most
            ? value
            : throw new InvalidOperationException($"{key} là một số nguyên từ 1 đến {most}, không phải '{text}'.");
    }
}
