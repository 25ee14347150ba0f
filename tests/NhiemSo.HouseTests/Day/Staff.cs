using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using Shouldly;

namespace NhiemSo.HouseTests.Day;

/// <summary>The people of the department, each signed in once for the whole day.</summary>
internal sealed class Staff(WebHouse house) : IDisposable
{
    private readonly Dictionary<string, Visitor> people = new(StringComparer.Ordinal);

    public async Task<Visitor> AskAsync(string userName) => people.TryGetValue(userName, out var known) ? known : people[userName] = await house.SignInAsync(userName);

    /// <summary>Takes an act on its page, which must accept it.</summary>
    public async Task<Visitor> ActAsync(string userName, Guid id, string act, Dictionary<string, string>? filled = null, byte[]? file = null)
    {
        var person = await AskAsync(userName);
        await person.GetAsync($"/mot-cua/{id}/viec/{act}");
        ((int)person.Status).ShouldBe(200, $"{userName}, {act}: {person.Heading} {person.Errors}");
        await person.SubmitAsync(filled, file: file is null ? null : ("tep", act + ".pdf", file));
        person.Errors.ShouldBeEmpty($"{userName}, {act} on {id}");
        ((int)person.Status).ShouldBe(200, $"{userName}, {act}: {person.Heading}");
        return person;
    }

    /// <summary>A draft or letter agreed to, signed by the deputy and sealed.</summary>
    public async Task IssueAsync(Guid id)
    {
        var leader = await ActAsync("phogiamdoc", id, "ky-duyet");
        var document = leader.Path;
        await leader.SubmitAsync(new() { ["Pin"] = "minh-hoa-2026" });
        leader.Errors.ShouldBeEmpty(document);
        var clerk = await AskAsync("vanthu");
        await clerk.GetAsync(document);
        await clerk.SubmitAsync(button: "Đóng dấu và phát hành");
        clerk.Errors.ShouldBeEmpty(document);
    }

    public static byte[] Paper => Samples.Pdf();

    public void Dispose()
    {
        foreach (var person in people.Values) person.Dispose();
    }
}
