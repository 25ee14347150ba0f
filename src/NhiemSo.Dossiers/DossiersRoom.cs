using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Apology;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Book;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.DailyClosing;
using NhiemSo.Dossiers.Decide;
using NhiemSo.Dossiers.Desk;
using NhiemSo.Dossiers.Digitise;
using NhiemSo.Dossiers.FieldCheck;
using NhiemSo.Dossiers.Evaluate;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Fees.Online;
using NhiemSo.Dossiers.Feedback;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Intake;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.National;
using NhiemSo.Dossiers.Notices;
using NhiemSo.Dossiers.OpenByOffice;
using NhiemSo.Dossiers.Opinions;
using NhiemSo.Dossiers.Portal;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Dossiers.Rectify;
using NhiemSo.Dossiers.Rating;
using NhiemSo.Dossiers.Represent;
using NhiemSo.Dossiers.Reuse;
using NhiemSo.Dossiers.Result;
using NhiemSo.Dossiers.SignMany;
using NhiemSo.Dossiers.Silence;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.MyWork;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.Shell;
using NhiemSo.Registers;

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
        services.AddSingleton<IRuleKind, ReportKind>();
        services.AddSingleton<IRuleKind, SurveyKind>();
        services.AddSingleton<IRuleKind, FeedbackKind>();
        services.AddSingleton(new RoleScope(Role.Desk, Scope.Kind(Kind)));
        services.AddSingleton(new RoleScope(Role.Clerk, Scope.Kind(Kind)));
        services.AddScoped<Catalogue>();
        services.AddScoped<Drafts>();
        services.AddScoped<Submission>();
        services.AddScoped<DossierActs>();
        services.AddScoped<DossierForms>();
        services.AddScoped<IntakeDesk>();
        services.AddScoped<DossierNumbers>();
        services.AddScoped<UnitWork>();
        services.AddScoped<ResultWork>();
        services.AddScoped<HandOver>();
        services.AddScoped<IDossierPanel, ReturnPanel>();
        services.AddScoped<IStatusPanel, ReturnPanel>();
        services.AddScoped<ChangeWork>();
        services.AddScoped<CorrectWork>();
        services.AddScoped<Reopening>();
        services.AddScoped<IDossierPanel, MissingPanel>();
        services.AddScoped<IActPrefill, MissingPanel>();
        services.AddSingleton(new OwnPage(ChangeWork.Act, "/doi-thu-tuc", Beside: false));
        services.AddSingleton(new OwnPage(CorrectWork.Act, "/sua-thong-tin", Beside: false));
        services.AddScoped<SignList>();
        services.AddScoped<IWorkPanel, SignPanel>();
        services.AddScoped<Apologies>();
        services.AddScoped<IWorkPanel, ApologyPanels>();
        services.AddScoped<IDossierPanel, ApologyPanels>();
        services.AddScoped<IActPrefill, ApologyPanels>();
        services.AddScoped<IJobHandler, ApologyPreparer>();
        services.AddSingleton(new DailyJob(ApologyPreparer.Name, new TimeOnly(7, 0)));
        services.AddScoped<FieldCheckWork>();
        services.AddScoped<IDossierPanel, FieldCheckPanel>();
        services.AddSingleton(new OwnPage(FieldCheckWork.Act, "/kiem-tra-thuc-dia"));
        services.AddScoped<OpinionWork>();
        services.AddScoped<OpinionList>();
        services.AddScoped<IHandoverFollower, OpinionHandover>();
        services.AddScoped<IDossierPanel, OpinionPanel>();
        services.AddScoped<IWorkPanel, OpinionWorkPanel>();
        services.AddSingleton(new OwnPage(OpinionWork.Ask, "/lay-y-kien"));
        services.AddSingleton(new OwnPage(OpinionWork.Receive, "#y-kien"));
        services.AddSingleton(new OwnPage(OpinionWork.Withdraw, "#y-kien"));
        services.AddScoped<Digitising>();
        services.AddScoped<IDossierPanel, DigitisePanel>();
        services.AddSingleton(new OwnPage(Digitising.Act, "/so-hoa"));
        services.AddScoped<ResultValues>();
        services.AddScoped<LicenceWork>();
        services.AddScoped<IDossierPanel, LicencePanel>();
        services.AddScoped<IDossierPanel, RepresentPanel>();
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
        services.AddScoped<ControlSlip>();
        services.AddScoped<FollowBook>();
        services.AddScoped<DraftPapers>();
        services.AddScoped<IJobHandler, DraftSweep>();
        services.AddSingleton(new DailyJob(DraftSweep.Name, new TimeOnly(1, 30)));
        services.AddScoped<Finder>();
        services.AddSingleton<Passes>();
        AccountCookie.AddTo(services);
        services.AddScoped<AccountCookie>();
        services.AddScoped<Accounts>();
        services.AddScoped<OwnDossiers>();
        services.AddSingleton<DraftTokens>();
        services.AddScoped<HeldPapers>();
        services.AddScoped<IDossierPanel, ReusePanel>();
        services.AddScoped<Tries>();
        services.AddScoped<Lookup>();
        services.AddScoped<Ratings>();
        services.AddScoped<IStatusPanel, RatingPanel>();
        services.AddScoped<Satisfaction>();
        services.AddSingleton<IMenuSource, RatingMenu>();
        services.AddScoped<FeedbackDesk>();
        services.AddScoped<FeedbackList>();
        services.AddScoped<Platform.Organisation.IUnitFollower, FeedbackFollower>();
        services.AddScoped<FeedbackClock>();
        services.AddScoped<IStatusPanel, LatenessPanel>();
        services.AddScoped<IDossierPanel, ComplaintPanel>();
        services.AddSingleton<IMenuSource, FeedbackMenu>();
        services.AddScoped<Supplement>();
        services.AddSingleton<IPublicNavSource, PortalNav>();
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
        AddFigures(services);
        FeesServices.Add(services);
        services.AddSingleton(NationalApi.Submit);
        services.AddSingleton(NationalApi.Read);
        services.AddScoped<NationalIntake>();
        services.AddScoped<NationalView>();
        services.AddScoped<NationalFeed>();
        services.AddScoped<IActFollower>(s => s.GetRequiredService<NationalFeed>());
        services.AddScoped<IDossierPanel, NationalPanel>();
        services.AddSingleton(new MatterKind(Kind, "Hồ sơ một cửa", id => $"/mot-cua/{id}"));
    }

    public void AddTables(ModelBuilder model)
    {
        DossiersTables.Add(model);
        FigureTables.Add(model);
    }

    private static void AddFigures(IServiceCollection services)
    {
        services.AddScoped<CourseWriter>();
        services.AddScoped<IActFollower>(s => s.GetRequiredService<CourseWriter>());
        services.AddScoped<IJobHandler, CourseCatchUp>();
        services.AddSingleton(new DailyJob(CourseCatchUp.Name, new TimeOnly(0, 5)));
        services.AddScoped<OneStopFigures>();
        services.AddScoped<FigureBooks>();
        services.AddScoped<FormDesk>();
        services.AddScoped<FormPrint>();
        services.AddScoped<EvaluationFigures>();
        services.AddScoped<ClosingDesk>();
        services.AddSingleton<IMenuSource, FiguresMenu>();
    }

    public void MapApi(IEndpointRouteBuilder api) => NationalApi.Map(api);

    public void MapPages(IEndpointRouteBuilder routes) => GatewayEndpoint.Map(routes);
}
