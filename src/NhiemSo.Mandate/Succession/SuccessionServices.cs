using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Mandate.Succession.Arrange;
using NhiemSo.Mandate.Succession.Minutes;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Mandate.Succession.Rehearsal;
using NhiemSo.Mandate.Succession.Running;
using NhiemSo.Mandate.Succession.Withdraw;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Mandate.Succession;

internal static class SuccessionServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<Lineage>();
        services.AddScoped<PlanReader>();
        services.AddScoped<SuccessionImport>();
        services.AddScoped<ArrangeDesk>();
        services.AddScoped<WithdrawDesk>();
        services.AddScoped<Withdrawals>();
        services.AddScoped<PostMoves>();
        services.AddScoped<BookMoves>();
        services.AddScoped<Rehearsing>();
        services.AddScoped<ChangeOver>();
        services.AddScoped<MatterMove>();
        services.AddScoped<SuccessionRun>();
        services.AddScoped<IJobHandler>(s => s.GetRequiredService<SuccessionRun>());
        services.AddScoped<IJobHandler, SuccessionDay>();
        services.AddSingleton(new DailyJob(SuccessionDay.Name, new TimeOnly(0, 1)));
        services.AddScoped<MinutesBook>();
        services.AddSingleton<IMenuSource, SuccessionMenu>();
    }
}
