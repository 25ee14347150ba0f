using NhiemSo.Host.Serve;
using NhiemSo.Host.Settings;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Operation;

/// <summary>What an operator sets and can't mean stops the start, in words, before anything listens.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("nhiemso-settings-").FullName;

    [Fact]
    public async Task A_wrong_setting_stops_the_server_before_it_listens_and_makes_nothing()
    {
        Write("""{ "SignIn": { "IdleMinutes": "nửa giờ" }, "Sms": { "Urll": "https://sms.example" }, "Payment": { "Name": "Cổng thử", "Secret": "bí-mật-9" } }""");
        var done = await CommandLine.Program.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--data", folder);
        done.Code.ShouldBe(1);
        done.Output.ShouldBeEmpty();
        done.Errors.ShouldContain("“SignIn:IdleMinutes” là “nửa giờ”, trong khi chỉ nhận một số nguyên từ 1 đến 1440.");
        done.Errors.ShouldContain("Tệp nhiemso.json: không có cài đặt “Sms:Urll”. Có lẽ là “Sms:Url”.");
        done.Errors.ShouldContain("Thiếu “Payment:Url”, “Payment:Merchant”");
        done.Errors.ShouldNotContain("bí-mật-9");
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).ShouldBe(["nhiemso.json"]);
    }

    [Theory]
    [InlineData("""{ "PublicAddress": "so.tinh.gov.vn" }""", "PublicAddress")]
    [InlineData("""{ "MailFrom": "Văn thư" }""", "MailFrom")]
    [InlineData("""{ "Sms": { "Success": "(" } }""", "Sms:Success")]
    [InlineData("""{ "Sms": { "Format": "xml" } }""", "json hoặc form")]
    [InlineData("""{ "Sms": { "Diacritics": "có" } }""", "true hoặc false")]
    [InlineData("""{ "Signing": { "Roots": "/khong/co.pem" } }""", "Signing:Roots")]
    [InlineData("""{ "Signing": { "OrganLibrary": "/bin/sh" } }""", "Signing:OrganToken")]
    [InlineData("""{ "Audit": { "CopyTo": "/khong/co" } }""", "Audit:CopyTo")]
    [InlineData("""{ "Log": { "Format": "xml" } }""", "Log:Format")]
    [InlineData("""{ "Proxy": { "Addresses": "10.0.0.300" } }""", "Proxy:Addresses")]
    [InlineData("""{ "OTEL_EXPORTER_OTLP_ENDPOINT": "collector:4317" }""", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("{ \"PublicAddress\": \n \"http://a\", ", "JSON sai ở dòng")]
    public void Each_kind_of_fault_names_the_setting_and_what_is_allowed(string file, string named)
    {
        Write(file);
        Faults().ShouldHaveSingleItem().ShouldContain(named);
    }

    [Fact]
    public void Addresses_folders_and_the_database_are_checked_too_and_the_password_is_not_printed()
    {
        var settings = OfficeSettings.From("Hots=db;Password=rat-bi-mat", folder, Path.Combine(folder, "khong-co"));
        var faults = SettingsCheck.Faults(settings, "http://127.0.0.1:5080;localhost;https://so.tinh.gov.vn");
        faults.Count.ShouldBe(4, string.Join('\n', faults));
        faults.ShouldAllBe(f => !f.Contains("rat-bi-mat", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_right_is_taken_and_an_empty_value_is_none()
    {
        Write("""{ "SignIn": { "IdleMinutes": 20 }, "Sms": { "Url": "https://sms.example/gui", "Headers": { "Authorization": "Bearer x" }, "Number": "" }, "Audit": { "CopyTo": "/tmp" }, "Proxy": { "Addresses": "10.0.0.4 10.0.0.5" } }""");
        Faults().ShouldBeEmpty();
    }

    [Fact]
    public void No_two_rooms_share_a_setting() => HostSettings.All.Select(s => s.Key.ToUpperInvariant()).ShouldBeUnique();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string json) => File.WriteAllText(Path.Combine(folder, HostSettings.FileName), json);

    private IReadOnlyList<string> Faults() => SettingsCheck.Faults(OfficeSettings.From(null, folder, null), "http://127.0.0.1:0");
}
