using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Fees.Online;
using NhiemSo.Dossiers.Fees.Transfer;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Fees;

/// <summary>What the forms of the page send; each form uses what it asks for.</summary>
internal sealed class FeeInput
{
    /// <summary>The fee, or the payment, that it is about.</summary>
    public Guid? Which { get; set; }

    public string? Reason { get; set; }

    public string? Document { get; set; }

    public long? Remaining { get; set; }

    public string? Method { get; set; }

    public string? ReceiptSeries { get; set; }

    public string? ReceiptNumber { get; set; }

    public string? ReceiptIssuer { get; set; }

    public Receipt Receipt => new(Clean(ReceiptSeries), Clean(ReceiptNumber), Clean(ReceiptIssuer));

    public string? CleanReason => Clean(Reason);

    public string? CleanDocument => Clean(Document);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The fees of one dossier: what is due and why, what came in, and what the desk does about it.</summary>
internal sealed class FeesPageModel(DossierView view, FeeBook book, FeeDesk desk, FeeCorrections corrections, ReceivingAccounts accounts, OnlinePayments online, CurrentReader current, RuleShelf rules) : PageModel
{
    private string? handler;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public FeeInput Recount { get; set; } = new();

    [BindProperty]
    public FeeInput Cash { get; set; } = new();

    /// <summary>What the page showed as left to pay.</summary>
    [BindProperty]
    public long? Shown { get; set; }

    [BindProperty]
    public FeeInput Paper { get; set; } = new();

    [BindProperty]
    public FeeInput Exempt { get; set; } = new();

    [BindProperty]
    public FeeInput Refund { get; set; } = new();

    [BindProperty]
    public FeeInput Reverse { get; set; } = new();

    public DossierFacts Facts { get; private set; } = null!;

    /// <summary>Null when none were computed yet.</summary>
    public FeesOf? Fees { get; private set; }

    public TransferAdvice? Transfer { get; private set; }

    public bool MayRecord { get; private set; }

    /// <summary>What came in online and did not fit.</summary>
    public IReadOnlyList<OnlineOrder> Refused { get; private set; } = [];

    public string Office => rules.Today.All<OfficeRule>()[0].Name;

    public static IReadOnlyList<Choice> Methods { get; } = [new("Cash", "Tiền mặt"), new("Transfer", "Chuyển khoản")];

    /// <summary>Fees that ask for a choice or a number.</summary>
    public IReadOnlyList<DossierFee> Asked => [.. Fees?.Fees.Where(f => (f.When is not null || f.QuantityField is not null) && f.State is not FeeState.Exempt and not FeeState.Refunded && f.FullAmount is null) ?? []];

    public IReadOnlyList<Choice> Exemptible => Choices(Fees?.Fees.Where(f => f is { State: FeeState.Due or FeeState.Paid, FullAmount: null }) ?? [], f => f.Id, f => $"{f.What}: {FeeWords.Amount(f)}");

    public IReadOnlyList<Choice> Refundable =>
    [
        .. Fees is { Sheet.Left: < 0 } over ? [new Choice("", $"Phần nộp thừa: {Wording.Money(-over.Sheet.Left)}")] : Array.Empty<Choice>(),
        .. Choices(Fees?.Fees.Where(f => f.State == FeeState.Paid) ?? [], f => f.Id, f => $"{f.What}: {FeeWords.Amount(f)}"),
    ];

    public IReadOnlyList<Choice> Reversible => Choices(Standing.Where(p => p.Method != PaymentMethod.Online), p => p.Id, Named);

    public IReadOnlyList<Choice> WithoutReceipt => Choices(Standing.Where(p => p.ReceiptNumber is null), p => p.Id, Named);

    /// <summary>The folded form whose faults are shown is open.</summary>
    public bool Opened(string name) => handler == name;

    public string? QuantityOf(DossierFee fee) => Request.Method == "POST" && handler == nameof(Recount) ? Request.Form[$"quantity-{fee.Id}"].ToString() : fee.Quantity?.ToString();

    public string? AppliesOf(DossierFee fee) => Request.Method == "POST" && handler == nameof(Recount) ? Request.Form[$"applies-{fee.Id}"].ToString() : fee.Applies switch { true => "1", false => "0", null => null };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public Task<IActionResult> OnPostRecountAsync(CancellationToken ct) => ActAsync(nameof(Recount), by => desk.DetermineAsync(Id, by, Said(), Recount.CleanReason, ct), ct);

    public Task<IActionResult> OnPostCashAsync(CancellationToken ct) => ActAsync(nameof(Cash), by => desk.CashAsync(Id, by, Shown ?? 0, Cash.Receipt, ct), ct);

    public Task<IActionResult> OnPostPaperAsync(CancellationToken ct) => ActAsync(nameof(Paper), by => desk.ReceiptAsync(Id, by, Paper.Which ?? Guid.Empty, Paper.Receipt, ct), ct);

    public Task<IActionResult> OnPostExemptAsync(CancellationToken ct) => ActAsync(nameof(Exempt), by => desk.ExemptAsync(Id, by, Exempt.Which ?? Guid.Empty, Exempt.Remaining ?? 0, Exempt.CleanReason, Exempt.CleanDocument, ct), ct);

    public Task<IActionResult> OnPostRefundAsync(CancellationToken ct) =>
        ActAsync(nameof(Refund), by => desk.RefundAsync(Id, by, Refund.Which, Refund.Method == nameof(PaymentMethod.Transfer) ? PaymentMethod.Transfer : PaymentMethod.Cash, Refund.CleanReason, ct), ct);

    public Task<IActionResult> OnPostReverseAsync(CancellationToken ct) => ActAsync(nameof(Reverse), by => corrections.ReverseAsync(Id, by, Reverse.Which ?? Guid.Empty, Reverse.CleanReason, ct), ct);

    private IEnumerable<FeePayment> Standing => Fees?.Payments.Where(p => p.Kind == PaymentKind.Received && !Fees.IsReversed(p)) ?? [];

    private static string Named(FeePayment payment) => $"{Wording.Capital(FeeWords.Of(payment.Method))} {Wording.Money(payment.Amount)}, ngày {Wording.Date(payment.Corrects ?? payment.Day)}";

    private static IReadOnlyList<Choice> Choices<T>(IEnumerable<T> from, Func<T, Guid> id, Func<T, string> words) => [.. from.Select(x => new Choice(id(x).ToString(), words(x)))];

    private async Task<IActionResult> ActAsync(string form, Func<Reader, Task<Outcome<Done>>> act, CancellationToken ct)
    {
        handler = form;
        if (await LoadAsync(ct) is { } nothing) return this.Answer(nothing);
        if (!MayRecord) return this.Answer(FeeActs.NotTheDesk);
        if (!ModelState.IsValid) return this.Answer(Problem.Invalid("Có chỗ nhập chưa đúng, xem lại bên dưới."));
        var done = await act(await current.GetAsync(ct));
        if (done.Ok) return Redirect($"/mot-cua/{Id}/phi");
        await LoadAsync(ct);
        return this.Answer(done.Problem with { Fields = [.. done.Problem.Fields.Select(f => f with { Field = f.Field.Contains('-', StringComparison.Ordinal) ? f.Field : $"{form}.{f.Field}" })] });
    }

    /// <summary>What the form said of each fee; a number that can't be read is a fault of its own.</summary>
    private Dictionary<Guid, FeeChoice> Said() => Asked.ToDictionary(f => f.Id, f => new FeeChoice(
        Request.Form[$"applies-{f.Id}"].ToString() switch { "1" => true, "0" => false, _ => null },
        Request.Form[$"quantity-{f.Id}"].ToString() is { Length: > 0 } typed ? long.TryParse(typed.Replace(".", "", StringComparison.Ordinal), out var count) ? count : -1 : null));

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await view.FindAsync(Id, reader, ct) is not { } facts) return Problem.NotFound();
        if (facts.Dossier.AcceptedAt is null) return Problem.NotFound("Hồ sơ chưa được tiếp nhận nên chưa tính phí, lệ phí.");
        (Facts, MayRecord) = (facts, reader.Has(Role.Desk));
        Fees = await book.FindAsync(Id, ct);
        Transfer = Fees is null ? null : TransferAdvice.Of(Fees.Sheet, await accounts.FindAsync(ct));
        Refused = await online.RefusedAsync(Id, ct);
        return null;
    }
}
