using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Search.Asking;

namespace NhiemSo.Platform.Search;

internal static class SearchServices
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<MandateAsking>();
        services.AddScoped<SearchIndex>();
        services.AddScoped<SearchStore>();
        services.AddScoped(s => new ListSearch(s.GetRequiredService<SearchStore>()));
        services.AddScoped<MatterIndexer>();
        services.AddScoped<IActFollower>(s => s.GetRequiredService<MatterIndexer>());
        services.AddScoped(s => new SearchService(s.GetRequiredService<SearchStore>(), s.GetRequiredService<Rules.RuleShelf>(), s.GetServices<ISearchSource>(), s.GetServices<MatterKind>(), s.GetRequiredService<MandateAsking>(), s.GetService<IAskedMandate>()));
        services.AddScoped(s => new SearchRebuild(
            s.GetRequiredService<Data.DepartmentDb>(), s.GetRequiredService<Data.Work>(), s.GetRequiredService<SearchIndex>(), s.GetRequiredService<SearchStore>(),
            s.GetRequiredService<MatterIndexer>(), s.GetRequiredService<Rules.RuleShelf>(), s.GetServices<ISearchSource>(), s.GetServices<MatterKind>()));
        services.AddScoped<IJobHandler, SearchFollow>();
        services.AddSingleton(new DailyJob(SearchFollow.Name, new TimeOnly(0, 5)));
    }
}
