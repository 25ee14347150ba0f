using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Identity.Passwords;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Setup;

/// <summary>What the first administrator types.</summary>
internal sealed record FirstAccount(string? Code, string? FullName, string? UserName, string? Password, string? Again, bool UnitsLater = false);

/// <summary>Sets up an office that nobody can sign in to yet: its units, the post of the administrator, the first account.</summary>
internal sealed class FirstAdministrator(DepartmentDb db, Work work, AuditTrail audit, SetupCode code, IEnumerable<IFirstDirectory> directories, UserManager<Account> users, PasswordCheck passwords, TimeProvider time)
{
    private const string Title = "Quản trị hệ thống";

    /// <summary>True while there is no account.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken ct) => !await db.Set<Account>().AnyAsync(ct);

    public async Task<Outcome<Account>> CreateAsync(FirstAccount typed, CancellationToken ct)
    {
        if (Faults(typed) is { Count: > 0 } faults) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
        if (!code.Take()) return Problem.WrongState("Mã này đã dùng. Đăng nhập bằng tài khoản đã tạo.");
        var outcome = await DoAsync(typed, ct);
        if (!outcome.Ok) code.GiveBack();
        return outcome;
    }

    private async Task<Outcome<Account>> DoAsync(FirstAccount typed, CancellationToken ct)
    {
        var name = typed.FullName!.Trim();
        var actor = new Actor(null, name, Title);
        Guid? root = null;
        foreach (var directory in directories)
        {
            var filled = await directory.FillAsync(actor, typed.UnitsLater, ct);
            if (!filled.Ok) return filled.Problem;
            root ??= filled.Value;
        }

        if (root is not { } unit) return Problem.WrongState("Chưa có đơn vị nào. Nạp bộ quy tắc có quyết định về chức năng, nhiệm vụ trước.");
        return await work.ActAsync(c => InActAsync(typed, name, unit, actor, c), ct);
    }

    private async Task<Outcome<Account>> InActAsync(FirstAccount typed, string name, Guid unit, Actor actor, CancellationToken ct)
    {
        if (!await IsOpenAsync(ct)) return Problem.NotFound();
        var today = time.Today();
        var person = new Person { FullName = name, SortKey = SortKey.OfPerson(name) };
        var position = new Position { UnitId = unit, Title = Title, Roles = "admin", From = today };
        var account = new Account { UserName = typed.UserName!.Trim(), PersonId = person.Id };
        db.AddRange(person, position, new Appointment { PersonId = person.Id, PositionId = position.Id, From = today, Basis = "Thiết lập ban đầu" });
        await db.SaveChangesAsync(ct);
        var created = await users.CreateAsync(account, typed.Password!);
        if (!created.Succeeded) return Problem.Field(nameof(FirstAccount.UserName), "Tên đăng nhập này không dùng được: chỉ dùng chữ không dấu, chữ số, dấu chấm và dấu gạch.");
        await audit.WriteAsync("account", account.Id, actor, new AuditNote("thiet-lap", $"Thiết lập ban đầu: {name}, {Title}"), ct);
        return account;
    }

    private List<FieldFault> Faults(FirstAccount typed)
    {
        var faults = new List<FieldFault>();
        if (!code.Fits(typed.Code)) faults.Add(new(nameof(FirstAccount.Code), "Mã không đúng. Mã in trong cửa sổ đã chạy chương trình, ngay khi khởi động."));
        if (string.IsNullOrWhiteSpace(typed.FullName)) faults.Add(new(nameof(FirstAccount.FullName), "Nhập họ và tên."));
        if (string.IsNullOrWhiteSpace(typed.UserName)) faults.Add(new(nameof(FirstAccount.UserName), "Nhập tên đăng nhập."));
        faults.AddRange(passwords.Faults(typed.Password, typed.Again, typed.UserName, typed.FullName));
        return faults;
    }
}
