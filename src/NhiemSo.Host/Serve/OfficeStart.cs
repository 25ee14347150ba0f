using Microsoft.EntityFrameworkCore;
using NhiemSo.Host.Demo;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;

namespace NhiemSo.Host.Serve;

/// <summary>What the start found and did.</summary>
/// <param name="HasDemo">Demo accounts exist in this database.</param>
/// <param name="HasAccounts">Somebody can sign in.</param>
internal sealed record Prepared(int Migrations, int Books, bool HasDemo, bool HasAccounts);

/// <summary>Brings a database to the point where people can work: rules imported once, mandate in force, demo department if wanted.</summary>
internal sealed class OfficeStart(DepartmentDb db, RuleImport import, RuleShelf shelf, DemoDepartment demo, SearchRebuild search, OfficeSettings settings)
{
    public async Task<Prepared> RunAsync(int migrations, bool withDemo, CancellationToken ct)
    {
        var books = 0;
        if (!await db.Set<RuleVersion>().AnyAsync(ct))
        {
            var imported = await import.ImportAsync(settings.RulesFolder, Actor.System, ct);
            if (!imported.Ok)
                throw new InvalidOperationException("Không nạp được bộ quy tắc:\n" + string.Join('\n', imported.Problem.Fields.Select(f => $"{f.Field}: {f.Message}")));
            books = imported.Value.Count;
        }

        await shelf.RefreshAsync(ct, now: true);
        var hasAccounts = await db.Set<Account>().AnyAsync(ct);
        if (withDemo && !hasAccounts) await demo.LoadAsync(ct);
        await search.CatchUpAsync(ct);
        return new Prepared(migrations, books, await db.Set<Account>().AnyAsync(a => a.Demo, ct), await db.Set<Account>().AnyAsync(ct));
    }
}
