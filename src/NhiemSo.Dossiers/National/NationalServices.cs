using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.National;

/// <summary>Submissions of the national portal and what it is told of them.</summary>
internal static class NationalServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(NationalApi.Submit);
        services.AddSingleton(NationalApi.Read);
        services.AddScoped<NationalIntake>();
        services.AddScoped<NationalView>();
        services.AddScoped<NationalFeed>();
        services.AddScoped<IActFollower>(s => s.GetRequiredService<NationalFeed>());
        services.AddScoped<IFeeFollower>(s => s.GetRequiredService<NationalFeed>());
        services.AddScoped<IDossierPanel, NationalPanel>();
    }
}
