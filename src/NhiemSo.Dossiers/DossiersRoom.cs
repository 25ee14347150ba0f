using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Dossiers;

/// <summary>Một cửa: procedures, applications, intake, appraisal, results; the public portal.</summary>
public sealed class DossiersRoom : IRoom
{
    /// <summary>Kind of its matters on the spine.</summary>
    public const string Kind = "dossier";

    public string Name => "dossiers";

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRuleKind, DossierCodeKind>();
        services.AddSingleton<IRuleKind, ProcedureKind>();
        services.AddSingleton(new RoleScope(Role.Desk, Scope.Kind(Kind)));
        services.AddSingleton(new RoleScope(Role.Clerk, Scope.Kind(Kind)));
        services.AddScoped<Catalogue>();
        services.AddScoped<Drafts>();
        services.AddScoped<Submission>();
    }

    public void AddTables(ModelBuilder model) => DossiersTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
