using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Platform.Identity.Passwords;

/// <summary>Whether a password may be set, by whomever and wherever: <see cref="PasswordRule"/> with the names of the holder and of the office.</summary>
public sealed class PasswordCheck(DepartmentDb db, RuleShelf rules)
{
    /// <summary>Faults at the inputs <c>Password</c> and <c>Again</c>; none when it may be set.</summary>
    /// <param name="own">Names of whose password it is.</param>
    public IReadOnlyList<FieldFault> Faults(string? password, string? again, params string?[] own)
    {
        if (string.IsNullOrEmpty(password)) return [new("Password", "Nhập mật khẩu.")];
        if (PasswordRule.Fault(password, [.. own, .. OfTheOffice()]) is { } fault) return [new("Password", fault)];
        return password == again ? [] : [new("Again", "Hai lần nhập mật khẩu không giống nhau. Nhập lại.")];
    }

    /// <summary>The same for an account of the staff.</summary>
    internal async Task<IReadOnlyList<FieldFault>> FaultsAsync(Account account, string? password, string? again, CancellationToken ct) => Faults(password, again, await OfAsync(account, ct));

    internal async Task<string?> FaultAsync(Account account, string password, CancellationToken ct) => PasswordRule.Fault(password, [.. await OfAsync(account, ct), .. OfTheOffice()]);

    private async Task<string?[]> OfAsync(Account account, CancellationToken ct) => [account.UserName, (await db.Set<Person>().FindAsync([account.PersonId ?? Guid.Empty], ct))?.FullName];

    private string[] OfTheOffice() => rules.Today.All<OfficeRule>() is [var office, ..] ? [office.Name, office.Province, office.Place, office.Abbreviation] : [];
}

/// <summary>Identity asks it at each password it keeps: no page can forget to. The demo department's one password is printed at its start and opens loopback only.</summary>
internal sealed class PasswordGate(PasswordCheck check) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        if (user.Demo) return IdentityResult.Success;
        return await check.FaultAsync(user, password ?? "", CancellationToken.None) is { } fault ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault }) : IdentityResult.Success;
    }
}
