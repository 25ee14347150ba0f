using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>A register and its columns.</summary>
internal sealed record RegisterAnswer(string Code, string Name, string Duty, IReadOnlyList<ColumnAnswer> Columns);

internal sealed record ColumnAnswer(string Key, string Label, string Type);

/// <summary>One entry; columns that hold personal data are left out.</summary>
/// <param name="State">How it stands today: a state of the schema, e.g. <c>con-hieu-luc</c>, or <c>het-han</c> when its last day is past.</param>
internal sealed record EntryAnswer(Guid Id, string Number, string State, DateOnly From, DateOnly? To, int Version, IReadOnlyDictionary<string, object> Data);

/// <param name="Next">Give it as <c>after</c> for the next page; null on the last.</param>
internal sealed record EntriesAnswer(IReadOnlyList<EntryAnswer> Entries, Guid? Next);

/// <summary>The registers for connected programs. Personal data stays here: a program has no purpose that could be logged.</summary>
internal static class RegistersApi
{
    public static readonly ApiScope Scope = new("registers.read", "Đọc sổ bộ, trừ dữ liệu cá nhân", "Registers and their entries, without personal data");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/registers", (EntryList list) => list.Registers.Select(s => new RegisterAnswer(s.Code, s.Name, s.Duty, [.. Shown(s).Select(c => new ColumnAnswer(c.Key, c.Label, c.Type.ToString()))])))
            .NeedsScope(Scope.Name).WithTags("Registers").WithSummary("Registers with their columns").ProducesProblem(401).ProducesProblem(403);
        api.MapGet("/registers/{code}/entries", async (string code, Guid? after, EntryList list, CancellationToken ct) =>
            {
                if (list.Register(code) is not { } schema) return Problem.NotFound().ToResult();
                var found = await list.PageAsync(Reader.Nobody, schema, new EntryFilter(null, null, after), ct);
                var page = found.Take(EntryList.PageSize).Select(e => Answer(schema, e, list.Today)).ToList();
                return Results.Ok(new EntriesAnswer(page, found.Count > EntryList.PageSize ? page[^1].Id : null));
            })
            .NeedsScope(Scope.Name).WithTags("Registers").WithSummary("Entries of a register, newest first, 50 a page")
            .Produces<EntriesAnswer>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
    }

    private static IEnumerable<Platform.Forms.FieldDefinition> Shown(RegisterSchema schema) => schema.Columns.Where(c => !c.Personal);

    private static EntryAnswer Answer(RegisterSchema schema, RegisterEntry e, DateOnly today)
    {
        var data = RegisterBook.Data(e.Data);
        return new EntryAnswer(e.Id, e.Number, EntryTable.StateId(schema, e, today), e.From, e.To, e.Version, Shown(schema).Where(c => data.ContainsKey(c.Key)).ToDictionary(c => c.Key, c => data[c.Key], StringComparer.Ordinal));
    }
}
