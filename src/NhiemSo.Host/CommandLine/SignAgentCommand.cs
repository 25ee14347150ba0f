using System.CommandLine;
using System.Net;
using NhiemSo.Documents.Signers;
using NhiemSo.Platform.Outcomes;
using Spectre.Console;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso sign-agent</c>: lets a person sign with the token at their own machine.</summary>
internal static class SignAgentCommand
{
    private const string PinVariable = "NHIEMSO_SIGN_PIN";
    private static readonly IAnsiConsole Desk = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static Command Build()
    {
        var server = new Option<string>("--server") { Description = "Địa chỉ máy chủ Nhiệm Sở, ví dụ https://nhiemso.khanhhoa.example", Required = true };
        var pkcs12 = new Option<FileInfo>("--pkcs12") { Description = "Tệp chứng thư số (.p12, .pfx)" };
        var pkcs11 = new Option<FileInfo>("--pkcs11") { Description = "Thư viện PKCS#11 của thiết bị ký" };
        var token = new Option<string>("--token") { Description = "Nhãn của thiết bị ký, dùng cùng --pkcs11" };
        var key = new Option<string>("--key") { Description = "Nhãn của khóa trong thiết bị; bỏ trống thì dùng khóa đầu tiên có chứng thư số" };
        var listen = new Option<string>("--listen") { Description = "Nơi nghe, chỉ trên chính máy này", DefaultValueFactory = _ => $"127.0.0.1:{AgentProtocol.DefaultPort}" };
        var pinFile = new Option<FileInfo>("--pin-file") { Description = $"Tệp chứa mã PIN hoặc mật khẩu; bỏ trống thì lấy biến {PinVariable} hoặc hỏi" };
        var yes = new Option<bool>("--yes") { Description = "Ký mọi phiếu mà không hỏi, chỉ để thử" };
        var command = new Command("sign-agent", "Ký bằng thiết bị cắm ở máy của bạn: mở chương trình này rồi ký trên trang web.")
        {
            server, pkcs12, pkcs11, token, key, listen, pinFile, yes,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(pkcs12) is null == result.GetResult(pkcs11) is null)
                result.AddError("Chọn một trong hai: --pkcs12 hoặc --pkcs11.");
            else if (result.GetResult(pkcs11) is null != result.GetResult(token) is null)
                result.AddError("--pkcs11 và --token đi cùng nhau.");
        });
        command.SetAction(async (parsed, stop) =>
        {
            if (!IPEndPoint.TryParse(parsed.GetValue(listen)!, out var place))
                return Fail(Problem.Invalid("Nơi nghe phải có dạng 127.0.0.1:5081"));
            if (!Uri.TryCreate(parsed.GetValue(server), UriKind.Absolute, out var address))
                return Fail(Problem.Invalid("Địa chỉ máy chủ phải bắt đầu bằng https://"));
            var options = new SignAgentOptions(place, address);
            var pin = await PinAsync(parsed.GetValue(pinFile), stop);
            if (parsed.GetValue(pkcs12) is { } file)
            {
                if (!file.Exists)
                    return Fail(Problem.NotFound($"Không có tệp {file.FullName}"));
                var opened = Pkcs12Signer.Open(await File.ReadAllBytesAsync(file.FullName, stop), pin);
                return opened.Ok ? await RunAsync(options, opened.Value, parsed.GetValue(yes), stop) : Fail(opened.Problem);
            }
            var plugged = Pkcs11Signer.Open(parsed.GetValue(pkcs11)!.FullName, parsed.GetValue(token)!, pin, parsed.GetValue(key));
            return plugged.Ok ? await RunAsync(options, plugged.Value, parsed.GetValue(yes), stop) : Fail(plugged.Problem);
        });
        return command;
    }

    private static async Task<int> RunAsync(SignAgentOptions options, ISigner signer, bool yes, CancellationToken stop)
    {
        using var held = signer as IDisposable;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 64 << 10 };
        var built = SignAgent.Build(options, signer, http, (description, asking) => yes ? Task.FromResult(true) : ConfirmAsync(description, asking));
        if (!built.Ok)
            return Fail(built.Problem);
        await using var app = built.Value;
        await app.StartAsync(stop);
        Desk.MarkupLineInterpolated($"Chứng thư số: [bold]{signer.Identity.Name}[/]");
        Desk.MarkupLineInterpolated($"Đang chờ phiếu ký của {options.Origin} tại {string.Join(", ", app.Urls)}. Nhấn Ctrl+C để dừng.");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private static async Task<bool> ConfirmAsync(string description, CancellationToken stop)
    {
        Desk.MarkupLineInterpolated($"[bold]{description}[/]");
        return await new ConfirmationPrompt("Ký văn bản này? (c: có, k: không)") { Yes = 'c', No = 'k', DefaultValue = false, ShowChoices = false }.ShowAsync(Desk, stop);
    }

    private static async Task<string> PinAsync(FileInfo? file, CancellationToken stop)
    {
        if (file is not null)
            return (await File.ReadAllTextAsync(file.FullName, stop)).TrimEnd('\r', '\n');
        return Environment.GetEnvironmentVariable(PinVariable)
            ?? await new TextPrompt<string>("Mã PIN hoặc mật khẩu:").Secret().ShowAsync(Desk, stop);
    }

    private static int Fail(Problem problem)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
}
