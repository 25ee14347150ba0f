using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Fees.Days;
using NhiemSo.Dossiers.Fees.Online;
using NhiemSo.Dossiers.Fees.Statements;
using NhiemSo.Dossiers.Fees.Transfer;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Fees;

internal static class FeesServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<FeeBook>();
        services.AddScoped<FeeDays>();
        services.AddScoped<FeeActs>();
        services.AddScoped<FeeDesk>();
        services.AddScoped<FeeCorrections>();
        services.AddScoped<IActFollower, FeeFollower>();
        services.AddScoped<ReceivingAccounts>();
        services.AddScoped<FeeSlip>();
        services.AddScoped<FeeQueue>();
        services.AddScoped<FeeRights>();
        services.AddScoped<StatementImport>();
        services.AddScoped<StatementDesk>();
        services.AddScoped<Matches>();
        services.AddScoped<FeeReconciliation>();
        services.AddSingleton<Gateways>();
        services.AddScoped<OnlinePayments>();
        services.AddScoped<IDossierPanel, FeePanel>();
        services.AddScoped<IStatusPanel, FeeStatusPanel>();
        services.AddSingleton<IMenuSource, FeesMenu>();
    }
}
