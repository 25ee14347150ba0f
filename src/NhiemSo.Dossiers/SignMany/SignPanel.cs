using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.MyWork;

namespace NhiemSo.Dossiers.SignMany;

/// <summary>In "Việc của tôi" of a leader: the way to sign several at once.</summary>
internal sealed class SignPanel(DepartmentDb db) : IWorkPanel
{
    public int Order => 5;

    public async Task<WorkPanel?> OfAsync(Reader reader, CancellationToken ct)
    {
        if (!reader.Has(Role.Leader)) return null;
        var waiting = await db.VisibleTo(reader).Where(m => m.Turn == Role.Leader && m.Kind == DossiersRoom.Kind).OrderBy(m => m.Turn).Take(MyWorkList.CountLimit).CountAsync(ct);
        return waiting < 2 ? null : new WorkPanel("/SignMany/_SignMany.cshtml", waiting);
    }
}
