using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Host.Serve;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso search "ai cấp giấy phép …"</c>: the search of the pages, as somebody or as nobody; <c>--rebuild</c> writes the index anew.</summary>
internal static class SearchCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private sealed record Asked(string Text, string? As, string? Kind, bool Json, bool Rebuild);

    public static Command Build()
    {
        var text = new Argument<string[]>("TEXT") { Arity = ArgumentArity.ZeroOrMore, Description = "Chữ cần tìm, có dấu hay không dấu." };
        var user = new Option<string?>("--as") { Description = "Tìm với quyền của tài khoản này; bỏ trống thì chỉ thấy thông tin công khai." };
        var kind = new Option<string?>("--kind") { Description = "Chỉ tìm một loại, ví dụ duty, procedure, dossier." };
        var json = new Option<bool>("--json") { Description = "In JSON." };
        var rebuild = new Option<bool>("--rebuild") { Description = "Ghi lại toàn bộ chỉ mục tìm kiếm." };
        var command = new Command("search", "Tìm nhiệm vụ, đơn vị, thủ tục, hồ sơ, văn bản.") { text, user, kind, json, rebuild };
        var office = OfficeOptions.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(
            office.Read(parsed),
            new Asked(string.Join(' ', parsed.GetValue(text) ?? []), parsed.GetValue(user), parsed.GetValue(kind), parsed.GetValue(json), parsed.GetValue(rebuild)),
            parsed.InvocationConfiguration,
            ct));
        return command;
    }

    private static async Task<int> RunAsync(OfficeSettings settings, Asked asked, InvocationConfiguration console, CancellationToken ct)
    {
        await using var services = OfficeServices.Build(settings);
        await using var scope = services.CreateAsyncScope();
        var office = scope.ServiceProvider;
        await office.GetRequiredService<Migrator>().MigrateAsync(ct);
        await office.GetRequiredService<RuleShelf>().RefreshAsync(ct, now: true);
        if (asked.Rebuild)
        {
            var count = await office.GetRequiredService<SearchRebuild>().RunAsync(all: true, ct);
            await console.Error.WriteLineAsync($"Đã ghi lại {count} mục của chỉ mục tìm kiếm.");
            if (asked.Text.Length == 0) return 0;
        }

        var reader = Reader.Nobody;
        if (asked.As is { } user)
        {
            var person = await office.GetRequiredService<DepartmentDb>().Set<Account>().Where(a => a.UserName == user).Select(a => a.PersonId).FirstOrDefaultAsync(ct);
            if (person is not { } id)
            {
                await console.Error.WriteLineAsync($"Không có cán bộ nào dùng tài khoản \"{user}\".");
                return 2;
            }

            reader = await office.GetRequiredService<Readers>().OfPersonAsync(id, ct);
        }

        var answer = await office.GetRequiredService<SearchService>().FindAsync(asked.Text, reader, asked.Kind, after: null, ct);
        if (asked.Json) await console.Output.WriteLineAsync(JsonSerializer.Serialize(Shape(answer), Json));
        else await PrintAsync(answer, console);
        return 0;
    }

    private static object Shape(SearchAnswer answer) => new
    {
        answer.Closeness,
        Duties = answer.Duties.Select(d => new { d.Provision.Citation, d.Provision.Unit, d.Provision.Text, d.Score }),
        Groups = answer.Groups.Select(g => new
        {
            g.Kind.Kind,
            Items = g.Items.Select(i => new { Id = i.Ref, i.Title, Number = Number(i), Snippet = i.Excerpt, Url = i.Href }),
        }),
    };

    // What has no code of its own shows its number first in the line below its title.
    private static string Number(Found item) => Guid.TryParse(item.Ref.Split('.')[0], out _) ? item.Subtitle.Split(" · ")[0] : item.Ref;

    private static async Task PrintAsync(SearchAnswer answer, InvocationConfiguration console)
    {
        if (answer.Groups.Count == 0) await console.Error.WriteLineAsync("Không tìm thấy gì. Thử ít chữ hơn hoặc gõ cách khác.");
        else if (answer.Closeness != Closeness.Whole) await console.Error.WriteLineAsync("Không có kết quả khớp hết các chữ đã gõ; đây là các kết quả gần nhất.");
        foreach (var group in answer.Groups)
        {
            await console.Output.WriteLineAsync(group.Kind.Name);
            foreach (var item in group.Items) await console.Output.WriteLineAsync($"  {item.Title}\n    {item.Subtitle}  {item.Href}");
            if (group.More) await console.Output.WriteLineAsync($"  … còn nữa: --kind {group.Kind.Kind}");
        }
    }
}
