using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Apology;
using NhiemSo.Dossiers.Digitise;
using NhiemSo.Dossiers.FieldCheck;
using NhiemSo.Dossiers.Fees.Online;
using NhiemSo.Dossiers.Opinions;
using NhiemSo.Dossiers.Posting;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Dossiers.Rectify;
using NhiemSo.Dossiers.SignMany;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.MyWork;

namespace NhiemSo.Dossiers.Desk;

/// <summary>What desk and unit do beside the steps of the process: digitising, opinions, field checks, apologies, putting right, signing many, the notice board.</summary>
internal static class DeskServices
{
    public static void Add(IServiceCollection services)
    {
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
        services.AddScoped<PostingDesk>();
        services.AddScoped<Digitising>();
        services.AddScoped<IDossierPanel, DigitisePanel>();
        services.AddSingleton(new OwnPage(Digitising.Act, "/so-hoa"));
    }
}
