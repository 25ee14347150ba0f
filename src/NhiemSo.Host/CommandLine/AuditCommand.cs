using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Host.Serve;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>audit verify</c> and <c>audit checkpoint</c>.</summary>
internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = AuditTrail.Canonical.Encoder, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Chỉ in JSON ra đầu ra chuẩn." };
        var verify = new Command("verify", "Kiểm tra toàn bộ nhật ký: chỉ ra từng mục bị sửa, xóa, chèn.") { json };
        var verified = OfficeOptions.AddTo(verify);
        verify.SetAction(async (parsed, ct) =>
        {
            await using var services = OfficeServices.Build(verified.Read(parsed));
            return await VerifyAsync(services, parsed.GetValue(json), Console.Out, Console.Error, ct);
        });
        var checkpoint = new Command("checkpoint", "Chốt nhật ký ngay bây giờ: ký xác nhận mọi chuỗi đã dài thêm từ lần chốt trước.");
        var marked = OfficeOptions.AddTo(checkpoint);
        checkpoint.SetAction(async (parsed, ct) =>
        {
            await using var services = OfficeServices.Build(marked.Read(parsed));
            return await CheckpointAsync(services, Console.Out, ct);
        });
        return new Command("audit", "Nhật ký của mọi việc đã làm.") { verify, checkpoint };
    }

    /// <summary>0 when nothing is amiss, 1 when something is.</summary>
    public static async Task<int> VerifyAsync(IServiceProvider services, bool json, TextWriter output, TextWriter progress, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(ct, new EachMillion(progress));
        if (json) await output.WriteLineAsync(JsonSerializer.Serialize(report, Json));
        else await WriteAsync(report, output);
        return report.Clean ? 0 : 1;
    }

    public static async Task<int> CheckpointAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var taken = await scope.ServiceProvider.GetRequiredService<Checkpoints>().TakeAsync(ct);
        await output.WriteLineAsync(taken.Count == 0 ? "Không có gì mới từ lần chốt trước." : $"Đã chốt: {string.Join(", ", taken.Select(n => $"điểm số {n}"))}.");
        return 0;
    }

    private static async Task WriteAsync(AuditReport report, TextWriter output)
    {
        await output.WriteLineAsync($"Đã kiểm tra {report.Entries:N0} mục trong {report.Chains:N0} chuỗi, {report.Checkpoints:N0} điểm chốt đúng.");
        foreach (var fault in report.Faults)
            await output.WriteLineAsync($"- {fault.Subject} {(fault.SubjectId == Guid.Empty ? "" : fault.SubjectId)}: {fault.Text}");
        if (report.FaultCount > report.Faults.Count) await output.WriteLineAsync($"  và {report.FaultCount - report.Faults.Count:N0} sai lệch khác.");
        await output.WriteLineAsync(report.Clean ? "Không thấy sai lệch." : $"Có {report.FaultCount:N0} sai lệch.");
        await output.WriteLineAsync(report.VouchedUntil is { } until
            ? $"Bảo đảm không sửa, không xóa, không chèn đến {Vietnam.Local(until):HH:mm:ss dd/MM/yyyy}; từ đó về sau chỉ bảo đảm thứ tự các mục còn lại."
            : "Chưa có điểm chốt nào đúng: chỉ bảo đảm thứ tự các mục còn lại. Chạy audit checkpoint để chốt.");
    }

    private sealed class EachMillion(TextWriter progress) : IProgress<long>
    {
        private long next = 1_000_000;

        public void Report(long value)
        {
            if (value < next) return;
            progress.WriteLine($"{value:N0} mục...");
            next += 1_000_000;
        }
    }
}
