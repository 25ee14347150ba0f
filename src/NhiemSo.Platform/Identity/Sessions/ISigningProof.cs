using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.Sessions;

/// <summary>The question that a page of signing asks, in its own form, so that nothing typed or chosen there is lost.</summary>
public sealed record ProofQuestion(string Label, string Hint);

/// <summary>
/// Whoever signs has shown a short while ago (<c>SignIn:SigningMinutes</c>) that they are the holder of the account, and not somebody at a desk left
/// open. Kept with the session.
/// </summary>
public interface ISigningProof
{
    /// <summary>What the form has to ask; null while the last proof is fresh.</summary>
    Task<ProofQuestion?> QuestionAsync(CancellationToken ct);

    /// <summary>Before anything is signed: null when the last proof is fresh, or what was typed is one; else a fault at <paramref name="field"/>, or too many tries.</summary>
    Task<Problem?> MissingAsync(string? typed, string field, CancellationToken ct);
}

internal sealed class SigningProof(OpenSessions sessions, OwnPassword own, UserManager<Account> users, SignInSettings settings, IHttpContextAccessor http) : ISigningProof
{
    public async Task<ProofQuestion?> QuestionAsync(CancellationToken ct) => await IsFreshAsync(ct) ? null : new ProofQuestion(
        (await AccountAsync()).TwoFactorEnabled ? "Mật khẩu đăng nhập, hoặc mã xác thực 6 chữ số" : "Mật khẩu đăng nhập",
        $"Đã quá {settings.Signing.TotalMinutes} phút từ lần nhập trước. Nhập lại trước khi ký, để không ai ký thay bạn khi bạn rời máy.");

    public async Task<Problem?> MissingAsync(string? typed, string field, CancellationToken ct)
    {
        if (await IsFreshAsync(ct)) return null;
        if (string.IsNullOrEmpty(typed)) return Problem.Field(field, $"Đã quá {settings.Signing.TotalMinutes} phút từ lần nhập mật khẩu trước. Nhập lại mật khẩu đăng nhập rồi ký.");
        if (await own.WrongAsync(await AccountAsync(), typed, field, ct, orCode: true) is { } wrong) return wrong;
        await sessions.ProveAsync(Session!.Value, ct);
        return null;
    }

    private Guid? Session => http.HttpContext is { } context ? SessionCheck.IdOf(context.User) : null;

    private async Task<bool> IsFreshAsync(CancellationToken ct) => Session is { } id && await sessions.IsProvedAsync(id, ct);

    private async Task<Account> AccountAsync() => await users.GetUserAsync(http.HttpContext!.User) ?? throw new InvalidOperationException("The signed-in account is gone.");
}
