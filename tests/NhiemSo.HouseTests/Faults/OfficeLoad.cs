using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;

namespace NhiemSo.HouseTests.Faults;

/// <summary>Citizens and two people at the desk, at work until told to stop or until the server is gone.</summary>
internal sealed class OfficeLoad(Uri address, Ledger ledger, CancellationToken stop)
{
    private const int Citizens = 3, Desks = 2;

    private readonly TheLine line = new(address);

    public Task RunAsync() => Task.WhenAll([
        .. Enumerable.Range(0, Citizens).Select(_ => UntilGoneAsync(CitizenAsync)),
        .. Enumerable.Range(0, Desks).Select(_ => UntilGoneAsync(DeskAsync))]);

    private static async Task UntilGoneAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The server died before it answered: nothing was promised.
        }
    }

    private async Task CitizenAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var (citizen, code) = await line.SubmitAsync(paper: Samples.Pdf($"Bản thảo số {ledger.NextPaper()}"));
            using var _ = citizen;
            if (citizen.Heading != "Bạn đã nộp hồ sơ") throw new InvalidOperationException($"{citizen.Status} {citizen.Path}: {citizen.Text}");
            ledger.Submitted.Add(code);
            ledger.Waiting.Enqueue(code);
        }
    }

    private async Task DeskAsync()
    {
        using var desk = await Visitor.SignInAsync(address, "motcua");
        while (!stop.IsCancellationRequested)
        {
            var id = ledger.Waiting.TryDequeue(out var code) ? await TheLine.FindAsync(desk, code) : await TypeInAsync(desk);
            if (await DoneAsync(desk, id, "tiep-nhan", TheLine.AllPapers)) ledger.Accepted.Add(id);
            if (await DoneAsync(desk, id, "chuyen")) ledger.Transferred.Add(id);
        }
    }

    private async Task<Guid> TypeInAsync(Visitor desk)
    {
        await desk.GetAsync("/mot-cua/nop-tai-quay/" + TheLine.Procedure);
        await desk.SubmitAsync(new(TheLine.Answers), "Lưu hồ sơ");
        var id = Guid.Parse(desk.Path["/mot-cua/".Length..]);
        ledger.TypedIn.Add(id);
        return id;
    }

    private static async Task<bool> DoneAsync(Visitor desk, Guid id, string act, Dictionary<string, string>? filled = null)
    {
        await TheLine.ActAsync(desk, id, act, filled);
        return desk.Path == $"/mot-cua/{id}?xong={act}";
    }
}
