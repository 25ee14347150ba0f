using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Feedback;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Dossiers.Rating;
using NhiemSo.Dossiers.Represent;
using NhiemSo.Dossiers.Reuse;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Portal;

/// <summary>What citizens meet: finding, applying, following, their own account, rating, feedback.</summary>
internal static class PortalServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IRuleKind, SurveyKind>();
        services.AddSingleton<IRuleKind, FeedbackKind>();
        services.AddScoped<Drafts>();
        services.AddScoped<Submission>();
        services.AddScoped<IDossierPanel, RepresentPanel>();
        services.AddScoped<DraftPapers>();
        services.AddScoped<IJobHandler, DraftSweep>();
        services.AddSingleton(new DailyJob(DraftSweep.Name, new TimeOnly(1, 30)));
        services.AddScoped<Finder>();
        services.AddSingleton<Passes>();
        AccountCookie.AddTo(services);
        services.AddScoped<AccountCookie>();
        services.AddScoped<PhoneProofs>();
        services.AddScoped<Accounts>();
        services.AddScoped<ProvedAccounts>();
        services.AddScoped<AccountMail>();
        services.AddScoped<IJobHandler, AccountLinkHandler>();
        services.AddScoped<IDossierPanel, AccountPanel>();
        services.AddScoped<OwnDossiers>();
        services.AddSingleton<DraftTokens>();
        services.AddScoped<HeldPapers>();
        services.AddScoped<IDossierPanel, ReusePanel>();
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
        services.AddScoped<IStatusPanel, ConductPanel>();
        services.AddScoped<IDossierPanel, ComplaintPanel>();
        services.AddSingleton<IMenuSource, FeedbackMenu>();
        services.AddScoped<Supplement>();
        services.AddSingleton<IPublicNavSource, PortalNav>();
    }
}
