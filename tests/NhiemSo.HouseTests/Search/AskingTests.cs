using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Search;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Search;

public sealed class AskingTests(WebBed bed, ITestOutputHelper output) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Start(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        foreach (var held in (bool[])[false, true])
        {
            var (first, three, all, silent, none) = (0, 0, 0, 0, 0);
            foreach (var q in AskedQuestion.Read("questions.txt").Where(q => q.HeldOut == held))
            {
                var answer = await house.AskAsync((SearchService s) => s.FindAsync(q.Text, Reader.Nobody, null, null, CancellationToken.None));
                var found = answer.Groups.Where(g => g.Kind.Kind == "duty").SelectMany(g => g.Items).Select(i => i.Href["/nhiem-vu/".Length..]).ToList();
                if (q.Silent)
                {
                    none++;
                    if (found.Count == 0) silent++;
                    continue;
                }

                all++;
                if (found.Take(1).Any(q.Right.Contains)) first++;
                if (found.Take(3).Any(q.Right.Contains)) three++;
            }

            output.WriteLine($"{engine} held={held}: first {first}/{all}, three {three}/{all}, silent {silent}/{none}");
        }

        engine.ShouldBe(Engine.Sqlite);
    }
}
