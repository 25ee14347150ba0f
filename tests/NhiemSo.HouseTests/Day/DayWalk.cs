using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Host.Operate;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Forms;

namespace NhiemSo.HouseTests.Day;

/// <summary>Walks the day: dossiers of every procedure offered, each to the fate that its turn gives it.</summary>
internal sealed class DayWalk(WebHouse house, Staff staff, WaysIn waysIn)
{
    private static readonly Fate[] Turns =
        [Fate.Finished, Fate.Refused, Fate.Finished, Fate.ToComplete, Fate.Finished, Fate.Supplement, Fate.NotAccepted, Fate.Withdrawn, Fate.AtUnit, Fate.Stopped, Fate.Waiting];

    private readonly Dictionary<string, string> licences = new(StringComparer.Ordinal);

    public List<Walked> Walked { get; } = [];

    /// <param name="count">Dossiers; the procedures take turns.</param>
    public async Task GoAsync(int count)
    {
        foreach (var waiting in (await BooksAsync()).Where(o => !o.Book.Draft)) await new AnyLine(house, waiting.Procedure.Code).ConfirmAsync();
        // A draft, or a book that lacks a limit or a fee, is offered to nobody. Those that change a licence come after those that give it.
        var offered = (await BooksAsync()).Where(o => o.MayBeFiled).Select(o => o.Procedure)
            .OrderBy(p => p.Result.ActsOn is null ? 0 : 1).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        for (var i = 0; i < count; i++)
        {
            var procedure = offered[i % offered.Count];
            Walked.Add(await OneAsync(procedure, Turns[(i / offered.Count + i) % Turns.Length], i));
            house.Time.Advance(TimeSpan.FromSeconds(30));
        }
    }

    private Task<IReadOnlyList<OfferedProcedure>> BooksAsync() => house.AskAsync((Catalogue c) => Task.FromResult(c.ForApplicants(DateOnly.FromDateTime(WebHouse.Start))));

    private async Task<Walked> OneAsync(Procedure procedure, Fate fate, int turn)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var email = turn % 2 == 0 && procedure.ApplicantFields.Email is { } field ? said[field] = $"nguoi-nop-{turn}@minhhoa.example" : null;
        if (procedure.Result.ActsOn is { } on)
        {
            // Nothing is drafted on a licence that nobody has.
            if (licences.GetValueOrDefault(procedure.Result.Register ?? "") is { } number) said[on.Field] = number;
            else if (fate == Fate.Finished) fate = Fate.AtUnit;
        }

        var at = house.Time.GetUtcNow().UtcDateTime;
        var way = WaysIn.Of(procedure, turn);
        var code = await waysIn.SubmitAsync(procedure, said, way);
        var id = await TheLine.FindAsync(await staff.AskAsync("motcua"), code);
        var walked = new Walked(code, procedure.Code, fate, at, way) { Id = id, Email = email };
        walked.Acts.Add("nop");
        await GoOnAsync(walked, procedure);
        return walked;
    }

    private async Task GoOnAsync(Walked w, Procedure procedure)
    {
        if (w.Fate == Fate.Waiting) return;
        if (w.Fate is Fate.ToComplete or Fate.NotAccepted)
        {
            await TakeAsync(w, "motcua", w.Fate == Fate.ToComplete ? "huong-dan-hoan-thien" : "tu-choi-tiep-nhan", new() { ["reason"] = "Đơn chưa có chữ ký của người đứng đầu." });
            return;
        }

        var desk = await staff.AskAsync("motcua");
        await desk.GetAsync($"/mot-cua/{w.Id}/viec/tiep-nhan");
        w.AcceptedAt = house.Time.GetUtcNow().UtcDateTime;
        await TakeAsync(w, "motcua", "tiep-nhan", desk.Page.QuerySelectorAll("input[type=checkbox][name^=check-]").ToDictionary(c => c.GetAttribute("name")!, _ => "1"));
        await TakeAsync(w, "motcua", "chuyen");
        if (w.Fate == Fate.AtUnit) return;
        if (w.Fate == Fate.Withdrawn)
        {
            await TakeAsync(w, "motcua", "rut", new() { ["reason"] = "Người nộp xin rút." });
            return;
        }

        if (w.Fate == Fate.Stopped)
        {
            await TakeAsync(w, "giamdoc", "dung", new() { ["reason"] = "Người nộp không còn nhu cầu." });
            return;
        }

        await AtUnitAsync(w, procedure);
    }

    private async Task AtUnitAsync(Walked w, Procedure procedure)
    {
        var it = procedure.Duty.StartsWith("3.", StringComparison.Ordinal);
        var (head, officer, name) = it ? ("phongcntt", "chuyenviencntt", "Ngọc Lan") : ("truongphong", "chuyenvien", "Minh Hạnh");
        var chief = await staff.AskAsync(head);
        await chief.GetAsync($"/mot-cua/{w.Id}/viec/phan-cong");
        var chosen = chief.Page.QuerySelectorAll("select[name=Officer] option").First(o => o.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;
        await TakeAsync(w, head, "phan-cong", new() { ["Officer"] = chosen });
        if (w.Fate == Fate.Supplement)
        {
            var page = await staff.AskAsync(officer);
            await page.GetAsync($"/mot-cua/{w.Id}/viec/yeu-cau-bo-sung");
            var paper = page.Page.QuerySelectorAll("input[type=checkbox][name^=check-]").Last().GetAttribute("name")!;
            await TakeAsync(w, officer, "yeu-cau-bo-sung", new() { [paper] = "1", ["reason"] = "Cần bản rõ hơn." });
            return;
        }

        if (w.Fate == Fate.Refused)
        {
            await TakeAsync(w, officer, "tu-choi-giai-quyet", new() { ["reason"] = "Không đủ điều kiện." });
            await IssueAsync(w, "phat-hanh");
        }
        else
        {
            await FinishAsync(w, procedure, officer);
            if (procedure.Result.Register is { } register)
            {
                w.Entry = register;
                if (procedure.Result.ActsOn is null) licences.TryAdd(register, await NumberAsync(w.Id));
            }
        }

        if (!w.Acts.Contains("ghi-nhan")) await TakeAsync(w, "motcua", "tra-ket-qua", new() { ["Receiver"] = "Người được giao nhận", ["reason"] = "Người nộp xin nộp phí sau." });
    }

    private async Task FinishAsync(Walked w, Procedure procedure, string officer)
    {
        var process = await house.AskAsync(async (NhiemSo.Platform.Data.DepartmentDb db) => (await db.Set<NhiemSo.Platform.Matters.Matter>().FindAsync(w.Id))!.Process);
        if (process == "tiep-nhan-thong-bao" && procedure.Result.Template is null)
        {
            await TakeAsync(w, officer, "ghi-nhan", Office(procedure));
            return;
        }

        await TakeAsync(w, officer, "tham-dinh", new(Office(procedure)) { ["noi_dung_tham_dinh"] = "Đủ điều kiện." });
        switch (process)
        {
            case "mot-cua-trinh-ubnd" or "thong-bao-trinh-ubnd":
                await TakeAsync(w, officer, "trinh-to-trinh", new() { ["noi_dung_trinh"] = "Hồ sơ đủ điều kiện, Sở đề nghị cấp." });
                await IssueAsync(w, "gui-to-trinh");
                await AnswerAsync(w, officer, "UBND tỉnh Khánh Hòa", "GP-UBND");
                break;
            case "mot-cua-chuyen-co-quan-khac":
                await TakeAsync(w, officer, "trinh-van-ban-chuyen", new() { ["co_quan_nhan"] = "Cục Tần số vô tuyến điện", ["noi_dung_chuyen"] = "Hồ sơ đủ giấy tờ." });
                await IssueAsync(w, "gui-ho-so");
                await AnswerAsync(w, officer, "Cục Tần số vô tuyến điện", "GP");
                break;
            default:
                await TakeAsync(w, officer, "trinh-du-thao");
                await IssueAsync(w, "phat-hanh");
                break;
        }
    }

    private async Task<string> NumberAsync(Guid id) => await house.AskAsync(async (NhiemSo.Platform.Data.DepartmentDb db) =>
        await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(db.Set<NhiemSo.Registers.Model.RegisterEntry>().Where(e => e.MatterId == id).Select(e => e.Number)));

    private async Task AnswerAsync(Walked w, string officer, string body, string kind)
    {
        var number = $"{Walked.Count + 1}/{kind}";
        await TakeAsync(w, officer, "nhan-ket-qua", new() { ["co_quan_ban_hanh"] = body, ["so_van_ban"] = number, ["ngay_van_ban"] = "09/11/2026", ["trich_yeu_van_ban"] = "Giấy phép", ["nguoi_ky_van_ban"] = "Trần Minh (minh họa)" }, Staff.Paper);
    }

    private async Task IssueAsync(Walked w, string last)
    {
        await staff.IssueAsync(w.Id);
        w.Acts.AddRange(["ky-duyet", "ghi-chu-ky", "dong-dau", last]);
    }

    private async Task TakeAsync(Walked w, string who, string act, Dictionary<string, string>? filled = null, byte[]? file = null)
    {
        await staff.ActAsync(who, w.Id, act, filled, file);
        w.Acts.Add(act);
    }

    /// <summary>What the office fills in itself; the days it gives lie ahead.</summary>
    private static Dictionary<string, string> Office(Procedure procedure)
    {
        var filled = InventedAnswers.Of(procedure with { Groups = procedure.OfficeGroups }, new Random(7), DateOnly.FromDateTime(WebHouse.Start));
        filled.Remove(procedure.ApplicantFields.Phone);
        foreach (var field in procedure.OfficeGroups.SelectMany(g => g.Fields).Where(f => f.Type == FieldType.Date && filled.ContainsKey(f.Key))) filled[field.Key] = "01/10/2030";
        return filled;
    }
}
