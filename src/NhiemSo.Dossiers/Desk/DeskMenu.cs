using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Desk;

internal sealed class DeskMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Một cửa", "/mot-cua", 10, Count: CountAsync)];

    private static async ValueTask<int?> CountAsync(MenuContext context)
    {
        var services = context.Http.RequestServices;
        var reader = await services.GetRequiredService<CurrentReader>().GetAsync(context.Http.RequestAborted);
        return reader.Has(Role.Desk) ? await services.GetRequiredService<DeskQueue>().WaitingAsync(reader, context.Http.RequestAborted) : null;
    }
}
