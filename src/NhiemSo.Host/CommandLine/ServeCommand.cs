using System.CommandLine;
using System.Net;
using NhiemSo.Host.Demo;
using NhiemSo.Host.Serve;
using NhiemSo.Host.Settings;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Setup;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso serve</c>: the web server.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var urls = new Option<string>("--urls") { Description = "Địa chỉ nghe, cách nhau bằng ';'.", DefaultValueFactory = _ => OfficeOptions.Variable("URLS") ?? "http://127.0.0.1:5080" };
        var empty = new Option<bool>("--empty") { Description = "Bắt đầu không có dữ liệu minh họa; quản trị viên đầu tiên thiết lập bằng mã dùng một lần." };
        var command = new Command("serve", "Chạy máy chủ web.") { urls, empty };
        var office = OfficeOptions.AddTo(command);
        command.SetAction((parsed, ct) => ServeAsync(office.Read(parsed), parsed.GetValue(urls)!, parsed.GetValue(empty), ct));
        return command;
    }

    private static async Task<int> ServeAsync(OfficeSettings settings, string urls, bool empty, CancellationToken ct)
    {
        if (SettingsCheck.Faults(settings, urls) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync("Chương trình chưa chạy vì cài đặt chưa đúng:");
            foreach (var fault in faults) await Console.Error.WriteLineAsync("- " + fault);
            return 1;
        }

        Directory.CreateDirectory(settings.Database.DataFolder);
        await using var app = WebOffice.Build(settings, urls);
        var loopback = urls.Split(';').All(IsLoopback);
        var prepared = await WebOffice.PrepareAsync(app.Services, demo: !empty && loopback, ct);
        if (!loopback && (prepared.HasDemo || (!empty && !prepared.HasAccounts)))
        {
            await Console.Error.WriteLineAsync(prepared.HasDemo
                ? "Cơ sở dữ liệu này có tài khoản minh họa nên chỉ chạy được trên địa chỉ 127.0.0.1. Chạy với --empty và thư mục --data khác để dùng thật."
                : "Sở minh họa chỉ chạy được trên địa chỉ 127.0.0.1. Thêm --empty để thiết lập dùng thật trên địa chỉ này.");
            return 1;
        }

        await app.StartAsync(ct);
        if (prepared.HasDemo) PrintDemo();
        else if (!prepared.HasAccounts)
            Console.WriteLine($"Chưa có tài khoản nào. Mở {app.Urls.First()}/thiet-lap và nhập mã dùng một lần: {app.Services.GetRequiredService<SetupCode>().Code}");
        // Last, so that who waits for this line has read everything before it.
        Console.WriteLine($"Nhiệm Sở đang chạy tại {string.Join(", ", app.Urls)} (Ctrl+C để dừng).");
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static void PrintDemo()
    {
        Console.WriteLine($"Sở minh họa, mọi tên và số là giả định. Đăng nhập bằng một trong các tài khoản sau, mật khẩu chung {DemoDepartment.Password}:");
        foreach (var p in DemoDepartment.People) Console.WriteLine($"  {p.UserName,-15}{p.FullName}, {p.Title}{(p.Unit == "SO" ? "" : $" ({p.Unit})")}");
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
