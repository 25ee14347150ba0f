using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.People;

/// <summary>Authority lent from one person to another, as typed.</summary>
internal sealed class DelegationInput
{
    public Guid? FromPersonId { get; set; }

    public Guid? ToPersonId { get; set; }

    public IReadOnlyList<string>? Roles { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Basis { get; set; }
}

/// <summary>Delegations are entered on a paper of the delegator, bounded in time, and taken back with a reason; both accounts' chains tell of it.</summary>
internal sealed class DelegationDesk(DepartmentDb db, Work work, AuditTrail audit, Readers readers, TimeProvider time)
{
    public async Task<Outcome<Done>> AddAsync(DelegationInput typed, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        var faults = Faults(typed).ToList();
        if (faults.Count > 0) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
        var roles = RoleChoices.Join(typed.Roles);
        return await work.ActAsync<Done>(async c =>
        {
            var people = await db.Set<Person>().Where(p => p.Id == typed.FromPersonId || p.Id == typed.ToPersonId).ToListAsync(c);
            if (people.Find(p => p.Id == typed.FromPersonId) is not { } from) return Problem.Field("Input.FromPersonId", "Chọn người ủy quyền.");
            if (people.Find(p => p.Id == typed.ToPersonId) is not { } to) return Problem.Field("Input.ToPersonId", "Chọn người được ủy quyền.");
            // What was itself lent can't be lent on (Nghị định 30/2020/NĐ-CP, Điều 13.3): only what the posts give counts.
            var own = await readers.OwnRolesAsync(from.Id, typed.From!.Value, c);
            if (RoleWords.Read(roles).Except(own).ToList() is { Count: > 0 } missing)
                return Problem.Field("Input.Roles", $"{from.FullName} không giữ việc này theo chức vụ của mình nên không ủy quyền được: {RoleChoices.Words(string.Join(' ', missing.Select(r => RoleWords.All.First(w => w.Value == r).Key)))}.");
            var delegation = new Delegation { FromPersonId = from.Id, ToPersonId = to.Id, Roles = roles, From = typed.From.Value, To = typed.To!.Value, Basis = typed.Basis!.Trim() };
            db.Add(delegation);
            await NoteAsync("uy-quyen", $"{from.FullName} ủy quyền cho {to.FullName}: {RoleChoices.Words(roles)}, từ {delegation.From:dd/MM/yyyy} đến {delegation.To:dd/MM/yyyy}", delegation.Basis, delegation, by, c);
            return Done.Yes;
        }, ct);
    }

    public async Task<Outcome<Done>> RevokeAsync(Guid id, string? reason, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Nhập lý do thu hồi.");
        return await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<Delegation>().FirstOrDefaultAsync(d => d.Id == id, c) is not { } delegation) return Problem.NotFound();
            if (delegation.RevokedAt is not null || delegation.To < time.Today()) return Problem.WrongState("Ủy quyền này đã hết hạn hoặc đã được thu hồi, không phải thu hồi nữa. Xem hiệu lực trong bảng dưới đây.");
            delegation.RevokedAt = Microseconds.Trim(time.UtcNow());
            await NoteAsync("thu-hoi-uy-quyen", $"Thu hồi ủy quyền theo {delegation.Basis}", reason.Trim(), delegation, by, c);
            return Done.Yes;
        }, ct);
    }

    private async Task NoteAsync(string act, string text, string reason, Delegation delegation, Reader by, CancellationToken ct)
    {
        var accounts = await db.Set<Account>().Where(a => a.PersonId == delegation.FromPersonId || a.PersonId == delegation.ToPersonId).OrderBy(a => a.Id).ToListAsync(ct);
        foreach (var account in accounts) await audit.WriteAsync("account", account.Id, by.As(Role.Admin), new AuditNote(act, text, reason), ct);
    }

    private static IEnumerable<FieldFault> Faults(DelegationInput typed)
    {
        if (typed.FromPersonId is null) yield return new("Input.FromPersonId", "Chọn người ủy quyền.");
        if (typed.ToPersonId is null || typed.ToPersonId == typed.FromPersonId) yield return new("Input.ToPersonId", "Chọn người được ủy quyền, khác người ủy quyền.");
        if (RoleChoices.Join(typed.Roles).Length == 0) yield return new("Input.Roles", "Chọn việc được ủy quyền.");
        if (typed.From is null) yield return new("Input.From", "Nhập ngày bắt đầu, theo dạng ngày/tháng/năm.");
        if (typed.To is null || typed.To < typed.From) yield return new("Input.To", "Nhập ngày kết thúc, không trước ngày bắt đầu: ủy quyền phải có thời hạn.");
        if (string.IsNullOrWhiteSpace(typed.Basis)) yield return new("Input.Basis", "Nhập số, ngày của văn bản ủy quyền.");
    }
}
