using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Documents.Incoming;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Outgoing;
using NhiemSo.Documents.Signing;
using NhiemSo.Documents.Verify;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Operation;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.OperatorSettings;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Documents;

/// <summary>Văn thư: documents numbered, signed, sealed, issued and filed.</summary>
public sealed class DocumentsRoom : IRoom
{
    public string Name => "documents";

    public IReadOnlyList<Setting> Settings =>
    [
        Setting.ExistingFile("Signing:Organ"), Setting.Text("Signing:OrganPin", secret: true), Setting.ExistingFile("Signing:OrganLibrary"),
        Setting.Text("Signing:OrganToken"), Setting.Text("Signing:OrganKey"), Setting.WebAddress(SigningKeys.TimeStampUrl), Setting.ExistingFile("Signing:Roots"),
    ];

    public IReadOnlyList<SettingsTogether> SettingsTogether => [new("Signing:OrganLibrary", "Signing:OrganToken")];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IDocumentOffice, DocumentOffice>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<ICertificateSource, SigningCertificates>();
        services.AddScoped<DocumentPaper>();
        services.AddScoped<SigningDesk>();
        services.AddScoped<SigningTickets>();
        services.AddScoped<ISigning, KeysHere>();
        services.AddScoped<IDemoPart, DemoSigning>();
        services.AddScoped<DocumentList>();
        services.AddScoped<IncomingBook>();
        services.AddScoped<DocumentFiles>();
        services.AddScoped<IDocumentCheck, IssuedFiles>();
        services.AddScoped<IDutyEvidence, DocumentEvidence>();
        services.AddScoped<DocumentSearch>();
        services.AddScoped<ISearchSource>(s => s.GetRequiredService<DocumentSearch>());
        services.AddScoped<IActFollower>(s => s.GetRequiredService<DocumentSearch>());
        services.AddSingleton<IMenuSource, DocumentsMenu>();
    }

    public void AddTables(ModelBuilder model) => DocumentsTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
    }

    public void MapPages(IEndpointRouteBuilder routes)
    {
        AgentEndpoints.Map(routes);
        DemoTimeStamps.Map(routes);
    }
}
