using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace NhiemSo.Platform.Identity;

internal static class IdentityResults
{
    /// <summary>Within an act: Identity answers a lost race instead of throwing, and the act would be saved without its change. Thrown, the act is undone and told as a conflict.</summary>
    public static void OrConflict(this IdentityResult result)
    {
        if (!result.Succeeded) throw new DbUpdateConcurrencyException(string.Join(", ", result.Errors.Select(e => e.Code)));
    }
}
