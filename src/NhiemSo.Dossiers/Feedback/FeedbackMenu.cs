using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Feedback;

internal sealed class FeedbackMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Phản ánh, góp ý", "/mot-cua/phan-anh", 12, Count: CountAsync)];

    private static async ValueTask<int?> CountAsync(MenuContext context)
    {
        var services = context.Http.RequestServices;
        var reader = await services.GetRequiredService<CurrentReader>().GetAsync(context.Http.RequestAborted);
        return FeedbackPermission.MayRead(reader) ? await services.GetRequiredService<FeedbackList>().WaitingAsync(reader, context.Http.RequestAborted) : null;
    }
}
