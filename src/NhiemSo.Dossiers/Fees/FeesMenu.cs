using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Dossiers.Fees;

internal sealed class FeesMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items =>
    [
        new("Thu phí, lệ phí", "/thu-phi", 12, Role: nameof(Role.Desk)),
        new("Đối soát thu phí", "/thu-phi/doi-soat", 13, Role: nameof(Role.Leader)),
        new("Đối soát thu phí", "/thu-phi/doi-soat", 13, Role: nameof(Role.UnitHead), Shown: ClosesAsync),
    ];

    /// <summary>Of the heads of units only the one whose unit has the desk.</summary>
    private static async ValueTask<bool> ClosesAsync(MenuContext context)
    {
        var (services, ct) = (context.Http.RequestServices, context.Http.RequestAborted);
        return await services.GetRequiredService<FeeRights>().ClosesAsync(await services.GetRequiredService<CurrentReader>().GetAsync(ct), ct) == Role.UnitHead;
    }
}
