using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Documents;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.SignMany;

/// <summary>The leader's list, with boxes: agree and sign many in one go, and see what became of each.</summary>
internal sealed class SignPageModel(SignList list, ISigning signing, MatterChips chips, CurrentReader current, ISigningProof proof) : PageModel
{
    private const string Box = "chon-";

    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>The password once more, when it was typed long ago.</summary>
    [BindProperty]
    public string? Proof { get; set; }

    public ProofQuestion? Question { get; private set; }

    public IReadOnlyList<(ToSign Row, MatterChip? Chip)> Rows { get; private set; } = [];

    public IReadOnlyList<SignedOne> Signed { get; private set; } = [];

    public bool HasKeyHere { get; private set; }

    public bool IsChosen(Guid id) => Request.Method == "POST" && Signed.Count == 0 && Request.Form.ContainsKey(BoxOf(id));

    public static string BoxOf(Guid id) => Box + id;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Leader)) return this.Answer(Problem.Forbidden("Chỉ lãnh đạo Sở ký kết quả."));
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var chosen = Request.Form.Keys.Where(k => k.StartsWith(Box, StringComparison.Ordinal) && Guid.TryParse(k[Box.Length..], out _)).Select(k => Guid.Parse(k[Box.Length..])).Distinct()
            .ToDictionary(id => id, id => int.TryParse(Request.Form[$"seen-{id}"], out var version) ? version : default(int?));
        var reader = await current.GetAsync(ct);
        if (reader.Has(Role.Leader) && signing.HasKeyHere(reader) && await proof.MissingAsync(Proof, nameof(Proof), ct) is { } missing)
        {
            await LoadAsync(ct);
            return this.Answer(missing);
        }

        var done = await list.SignAsync(reader, chosen, Pin, ct);
        await LoadAsync(ct);
        if (!done.Ok) return this.Answer(done.Problem);
        Signed = done.Value;
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        HasKeyHere = signing.HasKeyHere(reader);
        Question = HasKeyHere ? await proof.QuestionAsync(ct) : null;
        Rows = [.. (await list.ReadAsync(reader, ct)).Select(r => (r, chips.Of(r.Matter)))];
    }
}
