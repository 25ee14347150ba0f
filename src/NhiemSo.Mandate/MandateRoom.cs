using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Mandate.Chart;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.PutInForce;
using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Review;
using NhiemSo.Mandate.Succession;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.Search.Asking;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Mandate;

/// <summary>The mandate: a decision read into provisions and duties; it fills the directory.</summary>
public sealed class MandateRoom : IRoom
{
    public string Name => "mandate";

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRuleKind, MandateKind>();
        services.AddScoped<IDuties, MandateDuties>();
        services.AddScoped<MandateImport>();
        services.AddScoped<IMandateImport>(s => s.GetRequiredService<MandateImport>());
        services.AddScoped<TakenInView>();
        services.AddScoped<DecisionFiles>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<IDecisionFileImport, FileImport>();
        services.AddScoped<ForceDesk>();
        services.AddScoped<UnitCodes>();
        services.AddSingleton<IMenuSource, ReviewMenu>();
        SuccessionServices.Add(services);
        services.AddScoped<Platform.Setup.IFirstDirectory, MandateDirectory>();
        services.AddScoped<MandateView>();
        services.AddScoped<WhereItWent>();
        services.AddScoped<ISearchSource, MandateSearch>();
        services.AddScoped<IAskedMandate, AskedMandate>();
        services.AddSingleton<IMenuSource, MandateMenu>();
        services.AddSingleton<IPublicNavSource, MandateMenu>();
        services.AddSingleton(EvidenceApi.Scope);
    }

    public void AddTables(ModelBuilder model) => MandateTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
        DutiesApi.Map(api);
        EvidenceApi.Map(api);
    }
}
