using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Dossiers;

/// <summary>Một cửa: procedures, applications, intake, appraisal, results; the public portal.</summary>
public sealed class DossiersRoom : IRoom
{
    public string Name => "dossiers";

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRuleKind, DossierCodeKind>();
        services.AddSingleton<IRuleKind, ProcedureKind>();
    }

    public void AddTables(ModelBuilder model) => DossiersTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
