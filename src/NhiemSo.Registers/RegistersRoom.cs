using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Earlier;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Expiry;
using NhiemSo.Registers.Model;
using NhiemSo.Registers.Verify;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Registers;

/// <summary>Sổ bộ: registers by schema, first of all the licences.</summary>
public sealed class RegistersRoom : IRoom
{
    public string Name => "registers";

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRuleKind, RegisterKind>();
        services.AddScoped<RegisterBook>();
        services.AddScoped<IRegisterBook>(s => s.GetRequiredService<RegisterBook>());
        services.AddScoped<IJobHandler, SuspensionEnd>();
        services.AddSingleton(new DailyJob(SuspensionEnd.Name, new TimeOnly(0, 20)));
        services.AddScoped<EntryList>();
        services.AddScoped<EarlierRights>();
        services.AddScoped<EarlierDesk>();
        services.AddScoped<Platform.Organisation.IUnitFollower, EarlierFollower>();
        services.AddScoped<EntrySearch>();
        services.AddScoped<ISearchSource>(s => s.GetRequiredService<EntrySearch>());
        services.AddScoped<Verification>();
        services.AddScoped<IDutyEvidence, RegisterEvidence>();
        services.AddScoped<ExpiringEntries>();
        services.AddSingleton<IMenuSource, RegistersMenu>();
        services.AddSingleton<IMenuSource, ExpiryMenu>();
        services.AddSingleton<IPublicNavSource, RegistersMenu>();
        services.AddSingleton(RegistersApi.Scope);
    }

    public void AddTables(ModelBuilder model) => RegistersTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api) => RegistersApi.Map(api);
}
