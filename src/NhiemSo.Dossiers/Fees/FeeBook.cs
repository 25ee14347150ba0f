using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Fees;

/// <summary>All of one dossier's fees: what is due, what came in.</summary>
internal sealed record FeesOf(FeeSheet Sheet, List<DossierFee> Fees, List<FeePayment> Payments)
{
    public void Settle() => Sheet.Settle(Fees, Payments);

    /// <summary>What came in and was neither given back nor taken back.</summary>
    public long Received => Payments.Sum(p => p.Amount);

    public bool IsReversed(FeePayment payment) => Payments.Any(p => p.OfId == payment.Id && p.Kind == PaymentKind.Reversed);

    public void Add(DepartmentDb db, FeePayment payment)
    {
        db.Add(payment);
        Payments.Add(payment);
        Settle();
    }
}

/// <summary>Reads the fees of dossiers and makes them from the procedure.</summary>
internal sealed class FeeBook(DepartmentDb db, IEnumerable<IFeeFollower> followers)
{
    /// <summary>Null when the dossier has no fees, or none were computed.</summary>
    public async Task<FeesOf?> FindAsync(Guid dossierId, CancellationToken ct) =>
        await db.Set<FeeSheet>().FirstOrDefaultAsync(s => s.DossierId == dossierId, ct) is { } sheet
            ? new FeesOf(sheet, await db.Set<DossierFee>().Where(f => f.DossierId == dossierId).OrderBy(f => f.Order).ToListAsync(ct), await db.Set<FeePayment>().Where(p => p.DossierId == dossierId).OrderBy(p => p.Id).ToListAsync(ct))
            : null;

    /// <summary>What is not paid or not determined yet, in words; null when nothing stands in the way of handing over the result.</summary>
    public async Task<string?> OwedAsync(Guid dossierId, CancellationToken ct) =>
        await db.Set<FeeSheet>().FindAsync([dossierId], ct) is { Owed: true } sheet ? FeeWords.Pending(sheet) : null;

    /// <summary>The balances of many dossiers, by dossier; those without fees are missing.</summary>
    public Task<Dictionary<Guid, FeeSheet>> SheetsAsync(IReadOnlyCollection<Guid> dossiers, CancellationToken ct) =>
        db.Set<FeeSheet>().AsNoTracking().Where(s => dossiers.Contains(s.DossierId)).ToDictionaryAsync(s => s.DossierId, ct);

    /// <summary>Within the act that changed a balance: tells who has something to do with it.</summary>
    public async Task ChangedAsync(Guid dossierId, DateTime now, CancellationToken ct)
    {
        foreach (var follower in followers) await follower.AfterAsync(dossierId, now, ct);
    }

    /// <summary>Makes the dossier's fees from its procedure and its form, inside an act; null when the procedure asks none or doesn't say.</summary>
    public async Task<FeesOf?> MakeAsync(Dossier dossier, Procedure procedure, CancellationToken ct)
    {
        if (procedure.Fees is not { Count: > 0 } known) return null;
        var sheet = new FeeSheet { DossierId = dossier.Id, Reference = await NewReferenceAsync(ct) };
        var fees = known.Select((f, i) => new DossierFee
        {
            DossierId = dossier.Id, Code = f.Code, Order = i, What = f.What, When = f.When, QuantityField = f.QuantityField, Unit = f.Unit, UnitAmount = f.AmountVnd, LegalBasis = f.LegalBasis,
        }).ToList();
        foreach (var fee in fees)
        {
            fee.Quantity = Quantity(fee, dossier.Data) ?? Quantity(fee, dossier.Appraisal);
            fee.Count();
        }

        var made = new FeesOf(sheet, fees, []);
        made.Settle();
        db.Add(sheet);
        db.AddRange(fees);
        return made;
    }

    /// <summary>
    /// The appraisal counted pages and minutes. Of fees counted there, those left blank beside a counted one have nothing to count;
    /// what the desk settled by hand stays.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Appraised(FeesOf fees, Dossier dossier)
    {
        var counted = fees.Fees.Where(f => f is { QuantityField: not null, ByHand: false, Quantity: null }).ToList();
        if (!counted.Exists(f => Quantity(f, dossier.Appraisal) is not null)) return false;
        foreach (var fee in counted)
        {
            fee.Quantity = Quantity(fee, dossier.Appraisal) ?? 0;
            fee.Count();
        }

        fees.Settle();
        return true;
    }

    private static long? Quantity(DossierFee fee, string? json) => fee.QuantityField is { } field && Json.Values(json).GetValueOrDefault(field) is long count ? count : null;

    private async Task<string> NewReferenceAsync(CancellationToken ct)
    {
        while (true)
        {
            var reference = PaymentReference.New();
            if (!await db.Set<FeeSheet>().AnyAsync(s => s.Reference == reference, ct)) return reference;
        }
    }
}
