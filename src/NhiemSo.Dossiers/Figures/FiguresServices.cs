using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.DailyClosing;
using NhiemSo.Dossiers.Evaluate;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Figures, forms, evaluation and the closing of the day.</summary>
internal static class FiguresServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IRuleKind, ReportKind>();
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
}
