using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;

namespace NhiemSo.HouseTests.Million;

/// <summary>A demo department with very many dossiers: one of each state of work and one that went all the way, worked by people, then copied.</summary>
public static class FilledOffice
{
    /// <returns>The ids of the copies in the order of time.</returns>
    public static async Task<IReadOnlyList<Guid>> FillAsync(DatabaseSettings settings, int count)
    {
        var open = new List<Guid>();
        Guid licensed;
        await using (var house = await WebHouse.OpenAsync(settings))
        {
            var line = new TheLine(house);
            using var desk = await house.SignInAsync("motcua");
            async Task<Guid> TakenInAsync(params string[] acts)
            {
                var id = await TheLine.FindAsync(desk, (await line.SubmitAsync()).LookupCode);
                foreach (var act in acts) await TheLine.ActAsync(desk, id, act, act == "tiep-nhan" ? TheLine.AllPapers : null);
                return id;
            }

            open.AddRange([await TakenInAsync(), await TakenInAsync("tiep-nhan"), await TakenInAsync("tiep-nhan", "chuyen"), await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode)]);
            licensed = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
            var document = await line.ToApprovedAsync(licensed);
            await line.SignAsync(document);
            (await line.SealAsync(document)).Dispose();
            await TheLine.ActAsync(desk, licensed, "tra-ket-qua", new() { ["reason"] = "Người nộp xin nộp phí sau." });
        }

        await using var office = Office.Open(settings);
        return await new ManyDossiers(office, count).FillAsync(open, licensed);
    }
}
