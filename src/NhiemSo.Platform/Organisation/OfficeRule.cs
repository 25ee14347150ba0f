using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Platform.Organisation;

/// <summary>How the office is called on paper and on pages.</summary>
/// <param name="Province">"tỉnh Khánh Hòa"</param>
/// <param name="ParentBody">Cơ quan chủ quản, over the office's name on paper.</param>
/// <param name="Abbreviation">In document symbols: STTTT.</param>
/// <param name="Place">Địa danh before the date.</param>
/// <param name="Desk">Name of the one-stop desk.</param>
/// <param name="DeskUnit">Code of the unit the desk belongs to.</param>
/// <param name="DeskPhone">Null while not known: forms leave room to write.</param>
/// <param name="DeskAddress">Null while not known.</param>
/// <param name="BankAccount">Into which fees are paid; null while not known: then no transfer is offered.</param>
/// <param name="ExpiryWarningDays">So many days before its end an entry of a register is shown as about to expire.</param>
public sealed record OfficeRule(
    string Name, string Province, string ParentBody, string Abbreviation, string Place, string Desk, string DeskUnit, string? DeskPhone, string? DeskAddress, BankAccount? BankAccount, int ExpiryWarningDays)
{
    /// <summary>"Bộ phận …, 1 Trần Phú, điện thoại 0258…": as much as is known; null when neither address nor phone is.</summary>
    public string? DeskContact => DeskAddress is null && DeskPhone is null ? null : string.Join(", ", new[] { Desk, DeskAddress, DeskPhone is null ? null : $"điện thoại {DeskPhone}" }.OfType<string>());
}

/// <summary>An account at a bank.</summary>
/// <param name="Bin">Six digits by which banks know the bank.</param>
public sealed record BankAccount(string Bin, string Bank, string Number, string Holder);

/// <summary><c>rules/office.yaml</c>.</summary>
public sealed class OfficeKind : IRuleKind
{
    public string Kind => "office";

    public string Folder => "";

    public object Compile(RuleBook book, YamlNodeReader content) => new OfficeRule(
        book.Name, content.NeedText("province"), content.NeedText("parent_body"), content.NeedText("abbreviation"),
        content.NeedText("place"), content.NeedText("desk"), content.NeedText("desk_unit"), content.Text("desk_phone"), content.Text("desk_address"),
        content.Section("bank_account") is { } account ? Account(account) : null,
        content.Whole("expiry_warning_days") is > 0 and <= 3650 and var days ? (int)days : content.HasValue("expiry_warning_days") ? Refused(content) : 60);

    private static BankAccount Account(YamlNodeReader from)
    {
        var account = new BankAccount(from.NeedText("bin"), from.NeedText("bank"), from.NeedText("number"), from.NeedText("holder"));
        if (account.Bin.Length != 6 || !account.Bin.All(char.IsAsciiDigit)) from.Fault("bin", "Mã ngân hàng (BIN) gồm 6 chữ số.");
        if (account.Number.Length is 0 or > 19 || !account.Number.All(char.IsAsciiLetterOrDigit)) from.Fault("number", "Số tài khoản gồm 1 đến 19 chữ số hoặc chữ cái không dấu, viết liền.");
        return account;
    }

    private static int Refused(YamlNodeReader content)
    {
        content.Fault("expiry_warning_days", "Số ngày báo trước khi hết hạn từ 1 đến 3650.");
        return 60;
    }
}

/// <summary>The office's name today, from the rules; pages say "minh họa" when demo accounts exist.</summary>
internal sealed class RuledOfficeName(RuleShelf shelf, DemoMark demo) : IOfficeName
{
    public async ValueTask<OfficeName> ReadAsync(CancellationToken cancel)
    {
        var office = shelf.Today.All<OfficeRule>() is [var first, ..] ? first : null;
        return new OfficeName(office?.Name ?? "Nhiệm Sở", office?.Province ?? "", await demo.IsDemoAsync(cancel), office?.DeskContact);
    }
}
