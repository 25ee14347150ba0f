using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Book;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Decide;
using NhiemSo.Dossiers.Desk;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Fees.Online;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Intake;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.National;
using NhiemSo.Dossiers.Notices;
using NhiemSo.Dossiers.OpenByOffice;
using NhiemSo.Dossiers.Portal;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Dossiers.Result;
using NhiemSo.Dossiers.Silence;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.OperatorSettings;
using NhiemSo.Platform.Shell;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers;

/// <summary>Một cửa: procedures, applications, intake, appraisal, results; the public portal.</summary>
public sealed class DossiersRoom : IRoom
{
    /// <summary>Kind of its matters on the spine.</summary>
    public const string Kind = "dossier";

    public string Name => "dossiers";

    public IReadOnlyList<Setting> Settings => [Setting.Text("Payment:Name"), Setting.WebAddress("Payment:Url"), Setting.Text("Payment:Merchant"), Setting.Text("Payment:Secret", secret: true)];

    public IReadOnlyList<SettingsTogether> SettingsTogether => [new("Payment:Name", "Payment:Url", "Payment:Merchant", "Payment:Secret")];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IRuleKind, DossierCodeKind>();
        services.AddSingleton<IRuleKind, ProcedureKind>();
        services.AddSingleton(new RoleScope(Role.Desk, Scope.Kind(Kind)));
        services.AddSingleton(new RoleScope(Role.Clerk, Scope.Kind(Kind)));
        services.AddScoped<Catalogue>();
        services.AddScoped<DossierActs>();
        services.AddScoped<DossierForms>();
        services.AddScoped<IntakeDesk>();
        services.AddScoped<DossierNumbers>();
        services.AddScoped<UnitWork>();
        services.AddScoped<ResultWork>();
        services.AddScoped<HandOver>();
        services.AddScoped<ResultRelease>();
        services.AddScoped<IPublishedFileHold>(s => s.GetRequiredService<ResultRelease>());
        services.AddScoped<IDossierPanel, ReturnPanel>();
        services.AddScoped<IStatusPanel, ReturnPanel>();
        services.AddScoped<ResultValues>();
        services.AddScoped<LicenceWork>();
        services.AddScoped<IDossierPanel, LicencePanel>();
        services.AddScoped<RegisterWork>();
        services.AddScoped<RecordWork>();
        services.AddScoped<AnswerWork>();
        services.AddScoped<IActFollower, SilenceWatch>();
        services.AddScoped<IJobHandler, SilenceConsent>();
        services.AddScoped<Decider>();
        services.AddScoped<OfficeProcedures>();
        services.AddScoped<IEntryWork>(s => s.GetRequiredService<OfficeProcedures>());
        services.AddScoped<Opening>();
        services.AddSingleton<IMenuSource, DecideMenu>();
        services.AddScoped<IDocumentFollower, DossierDocuments>();
        services.AddScoped<DossierView>();
        services.AddScoped<Legs>();
        services.AddScoped<ControlSlip>();
        services.AddScoped<FollowBook>();
        services.AddScoped<ActDesk>();
        services.AddScoped<DeskQueue>();
        services.AddScoped<IDutyEvidence, DossierEvidence>();
        services.AddScoped<ISearchSource, ProcedureSearch>();
        services.AddScoped<ISearchText, DossierSearchText>();
        services.AddScoped<NoticeValues>();
        services.AddScoped<IActFollower, DossierNotices>();
        services.AddScoped<IDossierPanel, SmsPanel>();
        services.AddScoped<IMailAttachments, FormAttachments>();
        services.AddSingleton<IMenuSource, DeskMenu>();
        PortalServices.Add(services);
        DeskServices.Add(services);
        FiguresServices.Add(services);
        FeesServices.Add(services);
        NationalServices.Add(services);
        services.AddSingleton(new MatterKind(Kind, "Hồ sơ một cửa", id => $"/mot-cua/{id}"));
    }

    public void AddTables(ModelBuilder model)
    {
        DossiersTables.Add(model);
        FigureTables.Add(model);
    }

    public void MapApi(IEndpointRouteBuilder api) => NationalApi.Map(api);

    public void MapPages(IEndpointRouteBuilder routes) => GatewayEndpoint.Map(routes);
}
