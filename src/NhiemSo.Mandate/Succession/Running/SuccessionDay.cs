using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Succession.Running;

/// <summary>Soon after midnight: goes over to the decision whose day has come, if all is arranged; else the administrator's page says what is missing.</summary>
internal sealed class SuccessionDay(PlanReader plans, ChangeOver change, TimeProvider time) : IJobHandler
{
    public const string Name = "mandate.succession.day";

    public string Kind => Name;

    public string Title => "Xem đã đến ngày chuyển sang quyết định mới chưa";

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        if (await plans.CurrentAsync(ct) is not { } plan || ChangeOver.Fault(plan, time.Today()) is not null) return;
        var started = await change.StartAsync(Actor.System, ct);
        if (!started.Ok) throw new InvalidOperationException(started.Problem.Message);
    }
}
