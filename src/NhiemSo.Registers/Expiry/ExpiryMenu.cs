using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Registers.Expiry;

internal sealed class ExpiryMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Sắp hết hạn", "/so-bo/sap-het-han", 501, "Sở", CountAsync)];

    private static async ValueTask<int?> CountAsync(MenuContext context)
    {
        var services = context.Http.RequestServices;
        var reader = await services.GetRequiredService<CurrentReader>().GetAsync(context.Http.RequestAborted);
        return await services.GetRequiredService<ExpiringEntries>().CountAsync(reader, context.Http.RequestAborted);
    }
}
