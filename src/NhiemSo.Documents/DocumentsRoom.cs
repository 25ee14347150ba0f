using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Documents.Model;
using NhiemSo.Platform.Rooms;

namespace NhiemSo.Documents;

/// <summary>Văn thư: documents numbered, signed, sealed, issued and filed.</summary>
public sealed class DocumentsRoom : IRoom
{
    public string Name => "documents";

    public void AddServices(IServiceCollection services)
    {
    }

    public void AddTables(ModelBuilder model) => DocumentsTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
