using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Identity;

public sealed class KeyCertificateTests(Databases databases)
{
    [Theory, BothEngines]
    public async Task The_database_alone_opens_no_session_and_two_nodes_share_theirs(Engine engine)
    {
        var settings = await databases.NewAsync(engine);
        await using var house = await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings));
        using var staff = await house.SignInAsync("chuyenvien");
        var keys = await house.AskAsync((DepartmentDb db) => db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml!).ToListAsync());
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(x => x.Contains("EncryptedData", StringComparison.Ordinal) && !x.Contains("<masterKey", StringComparison.Ordinal));
        var file = Path.Combine(settings.DataFolder, "keys", KeyCertificate.FileName);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await using var second = await WebHouse.OpenAsync(settings);
        await staff.GetAsync(new Uri(second.Address, "/viec").ToString());
        staff.Path.ShouldBe("/viec");
    }
}
