using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Documents.Outgoing;
using NhiemSo.Dossiers.Desk;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.MyWork;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;
using NhiemSo.Registers.Entries;

namespace NhiemSo.HouseTests.Million;

/// <summary>The queries behind the lists, asked by a desk, an officer, a leader and somebody who may see nothing. Counts over a register or a year read what they count, by nature.</summary>
internal sealed class Queries(Office office)
{
    public async Task AskAllAsync(Guid somewhere)
    {
        // The demo's posts began after the day on which an office opens in tests.
        office.Time.SetUtcNow(new DateTimeOffset(WebHouse.Start));
        await office.Services.GetRequiredService<RuleShelf>().RefreshAsync(CancellationToken.None, now: true);
        foreach (var name in (string[])["Lê Thu Hà", "Trần Thị Minh Hạnh", "Lê Hoàng Nam", "Trương Quốc Bảo"]) await AskAsync(name, somewhere);
    }

    private Task AskAsync(string fullName, Guid somewhere) => office.AskAsync(async (IServiceProvider services) =>
    {
        var person = await services.GetRequiredService<DepartmentDb>().Set<Person>().Where(p => p.FullName == fullName).Select(p => p.Id).SingleAsync();
        var reader = await services.GetRequiredService<Readers>().OfPersonAsync(person, CancellationToken.None);
        var queue = services.GetRequiredService<DeskQueue>();
        foreach (var tab in DeskQueue.Tabs)
        {
            await queue.ReadAsync(reader, tab.States, null, null, CancellationToken.None);
            await queue.ReadAsync(reader, tab.States, null, somewhere, CancellationToken.None);
        }

        await queue.ReadAsync(reader, [], ManyDossiers.LookupCodeOf(7), null, CancellationToken.None);
        await queue.ReadAsync(reader, [], "Không ai tên thế", null, CancellationToken.None);
        await queue.WaitingAsync(reader, CancellationToken.None);
        var work = services.GetRequiredService<MyWorkList>();
        foreach (var filter in Enum.GetValues<WorkFilter>())
        {
            await work.ReadAsync(reader, filter, null, CancellationToken.None);
            await work.CountAsync(reader, filter, CancellationToken.None);
        }

        var documents = services.GetRequiredService<DocumentList>();
        await documents.WaitingAsync(reader, CancellationToken.None);
        await documents.ReadAsync(reader, [], null, CancellationToken.None);
        await services.GetRequiredService<DossierView>().FindAsync(somewhere, reader, CancellationToken.None);
        await services.GetRequiredService<DossierView>().HistoryAsync(somewhere, CancellationToken.None);
        var entries = services.GetRequiredService<EntryList>();
        await entries.PageAsync(reader, entries.Registers[0], new EntryFilter(null, null, null), CancellationToken.None);
        return entries.Registers.Count;
    });
}
