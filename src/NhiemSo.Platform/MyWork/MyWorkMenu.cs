using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Platform.MyWork;

internal sealed class MyWorkMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Việc của tôi", "/viec", 0, Count: CountAsync)];

    private static async ValueTask<int?> CountAsync(MenuContext context)
    {
        var services = context.Http.RequestServices;
        var reader = await services.GetRequiredService<CurrentReader>().GetAsync(context.Http.RequestAborted);
        return await services.GetRequiredService<MyWorkList>().CountAsync(reader, WorkFilter.Mine, context.Http.RequestAborted);
    }
}
