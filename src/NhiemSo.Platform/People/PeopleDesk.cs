using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Identity.Reset;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.People;

/// <summary>A person to be added, as typed.</summary>
internal sealed record NewPerson(string? FullName, string? Email, string? UserName, PostInput Post);

/// <summary>
/// The administrator's acts on people, posts and accounts. Each leaves an entry in the chain of the person's account, and one
/// in the unit's when it changes who holds a post there. Nothing is deleted: posts are ended by date.
/// </summary>
internal sealed class PeopleDesk(DepartmentDb db, Work work, AuditTrail audit, UserManager<Account> users, OpenSessions sessions, Readers readers, OneTimeSecrets secrets)
{
    private const string NotAdmin = "Chỉ người giữ vai trò quản trị được làm việc này.";

    /// <summary>Adds a person with a first post and an account; answers the account's one-time password, kept nowhere.</summary>
    public async Task<Outcome<(Guid PersonId, string Password)>> AddAsync(NewPerson typed, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden(NotAdmin);
        var password = NewPassword.OneTime();
        return await work.ActAsync<(Guid, string)>(async c =>
        {
            var faults = new List<FieldFault>();
            if (string.IsNullOrWhiteSpace(typed.FullName)) faults.Add(new(nameof(NewPerson.FullName), "Nhập họ và tên."));
            if (string.IsNullOrWhiteSpace(typed.UserName)) faults.Add(new(nameof(NewPerson.UserName), "Nhập tên đăng nhập."));
            faults.AddRange(await FaultsAsync(typed.Post, c));
            if (faults.Count > 0) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
            var name = typed.FullName!.Trim();
            var person = new Person { FullName = name, SortKey = SortKey.OfPerson(name), Email = string.IsNullOrWhiteSpace(typed.Email) ? null : typed.Email.Trim() };
            var account = new Account { UserName = typed.UserName!.Trim(), PersonId = person.Id };
            db.Add(person);
            await AppointInActAsync(typed.Post, person, account, by, c);
            await db.SaveChangesAsync(c);
            var created = await NewPassword.CreateAsync(users, account, password);
            if (!created.Succeeded)
                return Problem.Field(nameof(NewPerson.UserName), created.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? "Tên đăng nhập này đã có người dùng. Chọn tên khác." : "Tên đăng nhập chỉ dùng chữ không dấu, chữ số, dấu chấm và dấu gạch.");
            (await users.AddClaimAsync(account, NewPassword.MustChangeClaim)).OrConflict();
            await audit.WriteAsync("account", account.Id, by.As(Role.Admin), new AuditNote("them-nguoi", $"Thêm {name}, tên đăng nhập {account.UserName}; cấp mật khẩu dùng một lần"), c);
            return (person.Id, password);
        }, ct);
    }

    /// <summary>A further post for somebody who is here already.</summary>
    public async Task<Outcome<Done>> AppointAsync(Guid personId, PostInput post, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden(NotAdmin);
        return await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<Person>().FindAsync([personId], c) is not { } person) return Problem.NotFound();
            var faults = await FaultsAsync(post, c);
            if (faults.Count > 0) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
            await AppointInActAsync(post, person, await AccountAsync(personId, c), by, c);
            return Done.Yes;
        }, ct);
    }

    /// <summary>Ends a post on its last day.</summary>
    public async Task<Outcome<Done>> EndAsync(Guid personId, Guid appointmentId, DateOnly? last, string? reason, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden(NotAdmin);
        return await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<Appointment>().FirstOrDefaultAsync(a => a.Id == appointmentId && a.PersonId == personId, c) is not { } appointment) return Problem.NotFound();
            if (appointment.To is not null) return Problem.WrongState("Chức vụ này đã có ngày kết thúc. Xem ngày đó trong danh sách chức vụ.");
            if (last is not { } day || day < appointment.From) return Problem.Field("Last", $"Nhập ngày cuối giữ chức vụ, từ {appointment.From:dd/MM/yyyy} trở đi.");
            if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Nhập căn cứ: số, ngày của quyết định, hoặc lý do.");
            var position = await db.Set<Position>().FirstAsync(p => p.Id == appointment.PositionId, c);
            var person = await db.Set<Person>().FirstAsync(p => p.Id == personId, c);
            appointment.To = day;
            await db.SaveChangesAsync(c);
            var account = await AccountAsync(personId, c);
            // One whose last day is still to come, or is today, works on until then: the session itself asks.
            if (account is not null && await readers.HasLeftAsync(personId, c)) await sessions.EndInActAsync(account.Id, only: null, but: null, c);
            await NoteAsync("ket-thuc-chuc-vu", $"{person.FullName} thôi giữ chức vụ {position.Title} từ sau ngày {day:dd/MM/yyyy}", reason.Trim(), position.UnitId, account, by, c);
            return Done.Yes;
        }, ct);
    }

    /// <summary>A code with which somebody who forgot their password sets a new one; the old one holds until then. Answered this once.</summary>
    /// <param name="lockNow">The old password may be in others' hands: it and every session end at once.</param>
    public async Task<Outcome<string>> MakeResetCodeAsync(Guid personId, bool lockNow, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden(NotAdmin);
        return await work.ActAsync<string>(async c =>
        {
            if (await AccountAsync(personId, c) is not { } account) return Problem.NotFound();
            if (account.Demo) return Problem.WrongState("Mật khẩu của tài khoản minh họa không đổi được. Thêm người mới để có tài khoản riêng.");
            if (lockNow)
            {
                (await users.RemovePasswordAsync(account)).OrConflict();
                await sessions.EndInActAsync(account.Id, only: null, but: null, c);
            }

            var code = await secrets.MakeInActAsync(account.Id, SecretUse.StaffCode, c);
            var what = "Cấp mã đặt lại mật khẩu, dùng một lần trong 24 giờ" + (lockNow ? "; khóa ngay mật khẩu cũ và mọi phiên đăng nhập" : "");
            await audit.WriteAsync("account", account.Id, by.As(Role.Admin), new AuditNote("cap-ma-dat-lai", what), c);
            return code;
        }, ct);
    }

    /// <summary>Where links for a forgotten password go. Links on their way to the old address are void. The trail says that it changed, not to what.</summary>
    public async Task<Outcome<Done>> ChangeEmailAsync(Guid personId, string? email, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden(NotAdmin);
        var to = email?.Trim() ?? "";
        if (to.Length > 0 && FieldPatterns.Fault("email", to) is { } fault) return Problem.Field(nameof(NewPerson.Email), fault);
        return await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == personId, c) is not { } person || await AccountAsync(personId, c) is not { } account) return Problem.NotFound();
            if (account.Demo) return Problem.WrongState("Tài khoản minh họa không đổi được. Thêm người mới để có tài khoản riêng.");
            person.Email = to.Length == 0 ? null : to;
            await secrets.VoidInActAsync(account.Id, SecretUse.StaffLink, c);
            await audit.WriteAsync("account", account.Id, by.As(Role.Admin), new AuditNote("sua-thu-dien-tu", to.Length == 0 ? "Bỏ thư điện tử" : "Sửa thư điện tử"), c);
            return Done.Yes;
        }, ct);
    }

    private async Task AppointInActAsync(PostInput post, Person person, Account? account, Reader by, CancellationToken ct)
    {
        var from = post.From!.Value;
        var position = new Position { UnitId = post.UnitId!.Value, Title = post.Title!.Trim(), Roles = RoleChoices.Join(post.Roles), Rank = post.Rank[0] - '0', From = from };
        db.AddRange(position, new Appointment { PersonId = person.Id, PositionId = position.Id, From = from, Basis = post.Basis!.Trim() });
        await NoteAsync("bo-nhiem", $"{person.FullName} giữ chức vụ {position.Title} từ ngày {from:dd/MM/yyyy}: {RoleChoices.Words(position.Roles)}", post.Basis.Trim(), position.UnitId, account, by, ct);
    }

    private async Task NoteAsync(string act, string text, string reason, Guid unit, Account? account, Reader by, CancellationToken ct)
    {
        await audit.WriteAsync("unit", unit, by.As(Role.Admin), new AuditNote(act, text, reason), ct);
        if (account is not null) await audit.WriteAsync("account", account.Id, by.As(Role.Admin), new AuditNote(act, text, reason), ct);
    }

    private Task<Account?> AccountAsync(Guid personId, CancellationToken ct) => db.Set<Account>().FirstOrDefaultAsync(a => a.PersonId == personId, ct);

    private async Task<IReadOnlyList<FieldFault>> FaultsAsync(PostInput post, CancellationToken ct)
    {
        var units = await db.Set<Unit>().Where(u => u.To == null).Select(u => u.Id).ToListAsync(ct);
        return [.. post.Faults("Post", units.Contains)];
    }
}
