using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.OpenByOffice;

/// <summary>States the grounds on which the department opens a matter on a licence; the holder is heard before anything is decided.</summary>
internal sealed class OpenPageModel(Catalogue catalogue, OfficeProcedures procedures, Opening opening, CurrentReader current, TimeProvider time) : PageModel
{
    /// <summary>Number of the licence, from its page in the register.</summary>
    [BindProperty(SupportsGet = true)]
    public string? So { get; set; }

    public Procedure Procedure { get; private set; } = null!;

    public LicenceOnFile Licence { get; private set; } = null!;

    private OfferedProcedure offered = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } problem) return this.Answer(problem);
        var typed = Request.Form.Where(p => !p.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        foreach (var (key, value) in Known()) typed[key] = value;
        var done = await opening.OpenAsync(offered, typed, await current.GetAsync(ct), ct);
        return done.Ok ? Redirect($"/mot-cua/{done.Value.Id}?xong={OfficeProcedures.Act}") : this.Answer(done.Problem);
    }

    /// <summary>What the register knows is not asked again.</summary>
    public IEnumerable<FieldDefinition> Asked(FieldGroup group) => group.Fields.Where(f => !Known().ContainsKey(f.Key));

    public string? TypedOf(FieldDefinition field) => Request.Method == "POST" ? Request.Form[field.Key].ToString() : null;

    private Dictionary<string, string> Known()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { [Procedure.Result.ActsOn!.Field] = Licence.Facts.Number };
        foreach (var name in Procedure.ApplicantFields.Name) known[name] = Licence.Facts.HolderName;
        return known;
    }

    private async Task<Problem?> LoadAsync(string code, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (catalogue.Find(code, time.Today()) is not { MayBeFiled: true, Procedure.OpenedByOffice: true } found) return Problem.NotFound("Không có thủ tục này, hoặc thủ tục chưa dùng được.");
        (offered, Procedure) = (found, found.Procedure);
        if (await opening.UnitAsync(found, ct) is not { } unit || !procedures.MayOpen(Procedure, unit, reader)) return Problem.Forbidden("Chỉ phòng được giao nhiệm vụ này mới mở được hồ sơ.");
        if (await opening.LicenceAsync(Procedure, So, reader, ct) is not { } licence) return Problem.NotFound("Không thấy giấy phép này trong sổ. Mở từ trang của giấy phép ở mục Sổ bộ.");
        Licence = licence;
        return null;
    }
}
