using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Search;

public sealed class SearchTests(TestBed bed) : IClassFixture<TestBed>
{
    private static readonly Guid UnitOne = Guid.CreateVersion7(), UnitTwo = Guid.CreateVersion7(), Named = Guid.CreateVersion7();

    [Theory]
    [InlineData("hoà bình")]
    [InlineData("hòa bình")]
    [InlineData("HOA BINH")]
    [InlineData("đảo hòa bình")]
    [InlineData("dao hoa binh")]
    [InlineData("12345/QĐ-UBND")]
    [InlineData("12345 qd ubnd")]
    [InlineData("12345")]
    public async Task The_same_thing_is_found_however_its_words_are_typed(string typed)
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            await using var office = await FilledAsync(engine);
            foreach (var form in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD])
            {
                var answer = await FindAsync(office, typed.Normalize(form), Reader.Nobody);
                answer.Closeness.ShouldBe(Closeness.Whole);
                Hrefs(answer).ShouldContain("/nhiem-vu/dao");
                Hrefs(answer).ShouldNotContain("/nhiem-vu/khac");
            }
        }
    }

    [Theory, BothEngines]
    public async Task Exact_diacritics_come_first_among_what_folds_alike(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await PutAsync(office, Duty("dat", "Nguyễn Văn Đạt"), Duty("dat2", "Nguyễn Vân Đát"), Duty("dat3", "Nguyên Văn Đất"));
        foreach (var (typed, first) in ((string, string)[])[("nguyễn văn đạt", "/nhiem-vu/dat"), ("Nguyễn Vân Đát", "/nhiem-vu/dat2"), ("nguyên văn đất", "/nhiem-vu/dat3")])
        {
            var hrefs = Hrefs(await FindAsync(office, typed, Reader.Nobody));
            hrefs.Count.ShouldBe(3);
            hrefs[0].ShouldBe(first);
        }
    }

    [Theory, BothEngines]
    public async Task A_slip_of_one_key_is_put_right_and_a_word_too_many_is_left_out(Engine engine)
    {
        await using var office = await FilledAsync(engine);
        var slip = await FindAsync(office, "lưu chiếuu", Reader.Nobody);
        slip.Closeness.ShouldBe(Closeness.Slip);
        Hrefs(slip).ShouldBe(["/nhiem-vu/khac"]);
        var some = await FindAsync(office, "lưu chiểu zzzzz", Reader.Nobody);
        some.Closeness.ShouldBe(Closeness.Some);
        Hrefs(some).ShouldBe(["/nhiem-vu/khac"]);
    }

    [Theory, BothEngines]
    public async Task Nobody_finds_what_he_may_not_see_nor_learns_that_it_exists(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await PutAsync(
            office,
            Item("dossier", "mo", "Đơn bí ẩn của phòng một", [Scope.Unit(UnitOne), Scope.Department]),
            Item("dossier", "kin", "Đơn bí ẩn được giữ kín", [Scope.Person(Named)]),
            Item("duty", "nv", "Nhiệm vụ nội bộ bí ẩn", [SearchKeys.Staff]));
        Reader Of(params string[] keys) => new(Guid.CreateVersion7(), "Thử", [new Grant(Role.Officer, UnitOne, "")], keys);
        Hrefs(await FindAsync(office, "bí ẩn", Of(Scope.Unit(UnitOne)))).ShouldBe(["/nhiem-vu/nv", "/nhiem-vu/mo"], ignoreOrder: true);
        Hrefs(await FindAsync(office, "bí ẩn", Of(Scope.Unit(UnitTwo)))).ShouldBe(["/nhiem-vu/nv"]);
        Hrefs(await FindAsync(office, "bí ẩn", Of(Scope.Person(Named)))).ShouldBe(["/nhiem-vu/nv", "/nhiem-vu/kin"], ignoreOrder: true);
        foreach (var typed in (string[])["bí ẩn", "giữ kín", "gữi kín", "kín zzzz"])
        {
            (await FindAsync(office, typed, Reader.Nobody)).Groups.ShouldBeEmpty();
            (await FindAsync(office, typed, Of(Scope.Department))).Groups.SelectMany(g => g.Items).ShouldAllBe(i => i.Href != "/nhiem-vu/kin");
        }
    }

    [Theory, BothEngines]
    public async Task What_is_typed_is_never_an_operator_of_the_engine(Engine engine)
    {
        await using var office = await FilledAsync(engine);
        foreach (var typed in (string[])["' OR 1=1 --", "\"", "kind : duty", "NEAR(a b)", "a* OR b", "hòa' | 'x", "!hòa", "hòa <-> bình", "(((", ":*", "\\", "'; DROP TABLE pf_search_item; --", "\0", "%_", "folded:hoa"])
        {
            var answer = await FindAsync(office, typed, Reader.Nobody);
            Hrefs(answer).ShouldAllBe(h => h == "/nhiem-vu/dao" || h == "/nhiem-vu/khac");
        }

        Hrefs(await FindAsync(office, "hòa bình", Reader.Nobody)).ShouldBe(["/nhiem-vu/dao"]);
    }

    [Theory, BothEngines]
    public async Task What_was_put_anew_is_found_by_its_new_words_only_and_what_was_undone_never(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await PutAsync(office, Duty("x", "Cũ kỹ"));
        await PutAsync(office, Duty("x", "Mới tinh"));
        await office.ActAsync<Done>(async (services, ct) =>
        {
            await services.GetRequiredService<SearchIndex>().PutAsync(Duty("x", "Dở dang"), ct);
            return Problem.Forbidden();
        });
        Hrefs(await FindAsync(office, "cũ kỹ", Reader.Nobody)).ShouldBeEmpty();
        Hrefs(await FindAsync(office, "dở dang", Reader.Nobody)).ShouldBeEmpty();
        Hrefs(await FindAsync(office, "mới tinh", Reader.Nobody)).ShouldBe(["/nhiem-vu/x"]);
        await office.ActAsync<Done>(async (services, ct) =>
        {
            await services.GetRequiredService<SearchIndex>().RemoveAsync("duty", "x", ct);
            return Done.Yes;
        });
        Hrefs(await FindAsync(office, "mới tinh", Reader.Nobody)).ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task Pages_of_one_kind_hold_each_thing_once(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await PutAsync(office, [.. Enumerable.Range(0, 120).Select(n => Duty($"n{n}", $"Việc chung thứ {n}"))]);
        var brief = (await FindAsync(office, "việc chung", Reader.Nobody)).Groups.Single();
        (brief.Items.Count, brief.More).ShouldBe((SearchService.Shown, true));
        var seen = new List<string>();
        string? after = null;
        do
        {
            var group = (await office.AskAsync((SearchService s) => s.FindAsync("việc chung", Reader.Nobody, "duty", after, CancellationToken.None))).Groups.Single();
            seen.AddRange(group.Items.Select(i => i.Href));
            after = group.Next;
        }
        while (after is not null);
        seen.Count.ShouldBe(120);
        seen.Distinct().Count().ShouldBe(120);
    }

    [Theory, BothEngines]
    public async Task Everything_put_in_is_found_by_each_of_its_words(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        var n = 0;
        var word = Gen.Char["aăâbcdđeêghiklmnoôơpqrstuưvxyạảấẳẵẹỉịọốợụữỳỹAĐƯỚ0123456789½ﬁ中한"].Array[1, 8].Select(c => new string(c));
        string[] between = [" ", "/", "-", ". ", " – ", "'", "\"", "\n"];
        var text = Gen.Select(word.Array[1, 12], Gen.Int[0, 7]).Select((words, at) => string.Join(between[at], words));
        await text.SampleAsync(
            async written =>
            {
                var @ref = $"p{Interlocked.Increment(ref n)}";
                await PutAsync(office, Duty(@ref, written));
                foreach (var token in Fold.Tokens(written).Distinct())
                {
                    var query = SearchQuery.Parse(token, SynonymBook.None);
                    var found = await office.AskAsync((SearchStore s) => s.NewestAsync(query, any: false, "duty", [SearchKeys.Public], long.MaxValue, 500, CancellationToken.None));
                    found.ShouldContain(c => c.Href == $"/nhiem-vu/{@ref}", token);
                }
            },
            iter: 40, threads: 1);
    }

    private async Task<Office> FilledAsync(Engine engine)
    {
        var office = await bed.FreshAsync(engine);
        await PutAsync(office, Duty("dao", "Quyết định số 12345/QĐ-UBND về đảo Hoà Bình"), Duty("khac", "Nộp lưu chiểu tài liệu 54321/QĐ"));
        return office;
    }

    private static SearchItem Duty(string @ref, string title) => Item("duty", @ref, title, [SearchKeys.Public]);

    private static SearchItem Item(string kind, string @ref, string title, string[] keys) => new(kind, @ref, title, "", $"/nhiem-vu/{@ref}", "", keys);

    private static Task PutAsync(Office office, params SearchItem[] items) => office.ActAsync<Done>(async (services, ct) =>
    {
        foreach (var item in items) await services.GetRequiredService<SearchIndex>().PutAsync(item, ct);
        return Done.Yes;
    });

    private static Task<SearchAnswer> FindAsync(Office office, string text, Reader reader) =>
        office.AskAsync((SearchService s) => s.FindAsync(text, reader, null, null, CancellationToken.None));

    private static List<string> Hrefs(SearchAnswer answer) => [.. answer.Groups.SelectMany(g => g.Items).Select(i => i.Href)];
}
