using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Platform.Setup;

/// <summary>Exists until there is an account.</summary>
[AllowAnonymous]
internal sealed class SetupPageModel(FirstAdministrator first, SignInManager<Account> signIn) : PageModel
{
    private const string Later = "later";

    private static readonly Problem AlreadySetUp = Problem.NotFound("Hệ thống đã được thiết lập nên trang này không còn. Đăng nhập bằng tài khoản của bạn, hoặc hỏi quản trị viên của Sở.");

    public static IReadOnlyList<Choice> UnitChoices { get; } =
    [
        new("rules", "Lấy theo quyết định có sẵn trong bộ quy tắc"),
        new(Later, "Nạp tệp quyết định sau khi thiết lập", "Bạn rà soát bản đọc trên màn hình rồi mới đưa vào thi hành."),
    ];

    [BindProperty]
    public string? Code { get; set; }

    /// <summary><see cref="Later"/>, or the units of the decision among the rules.</summary>
    [BindProperty]
    public string Units { get; set; } = "rules";

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await first.IsOpenAsync(ct) ? Page() : this.Answer(AlreadySetUp);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await first.IsOpenAsync(ct)) return this.Answer(AlreadySetUp);
        var created = await first.CreateAsync(new FirstAccount(Code, FullName, UserName, Password, Again, Units == Later), ct);
        if (!created.Ok) return this.Answer(created.Problem);
        await signIn.SignInAsync(created.Value, isPersistent: false);
        return Redirect(Units == Later ? "/co-cau" : "/quan-tri/nguoi");
    }
}
