using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Documents.Outgoing;

internal sealed class DocumentsMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Văn bản đi", "/van-ban", 20, Count: CountAsync), new("Văn bản đến", "/van-ban/den", 21)];

    private static async ValueTask<int?> CountAsync(MenuContext context)
    {
        var services = context.Http.RequestServices;
        return await services.GetRequiredService<DocumentList>().WaitingAsync(await services.GetRequiredService<CurrentReader>().GetAsync(context.Http.RequestAborted), context.Http.RequestAborted);
    }
}
