using CsCheck;
using NhiemSo.Dossiers.Fees;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Fees;

/// <summary>How a fee comes to its amount, how payments settle it, and by which reference they are known.</summary>
public sealed class FeeTests
{
    [Theory]
    [InlineData(null, 500_000L, false, null, null, "Due", 500_000L)]
    [InlineData(null, null, false, null, null, "Unknown", null)]
    [InlineData(null, 15_000L, true, null, null, "Open", null)]
    [InlineData(null, 15_000L, true, 86L, null, "Due", 1_290_000L)]
    [InlineData(null, 15_000L, true, 0L, null, "NotDue", null)]
    [InlineData("cấp lần đầu", 10_750_000L, false, null, null, "Open", null)]
    [InlineData("cấp lần đầu", 10_750_000L, false, null, true, "Due", 10_750_000L)]
    [InlineData("cấp lần đầu", 10_750_000L, false, null, false, "NotDue", null)]
    [InlineData("cấp lần đầu", null, false, null, true, "Unknown", null)]
    public void Amount_and_state(string? when, long? unit, bool counted, long? quantity, bool? applies, string state, long? amount)
    {
        var fee = Of(unit, counted, when);
        (fee.Quantity, fee.Applies) = (quantity, applies);
        fee.Count();
        (fee.State.ToString(), fee.Amount).ShouldBe((state, amount));
    }

    /// <summary>Whatever is paid and given back: what is left is what is due less what came in, and fees are paid exactly when nothing is left.</summary>
    [Fact]
    public void The_balance_is_never_lost() =>
        Gen.Select(Gen.Long[1, 10_000_000].Array[0, 4], Gen.Long[-5_000_000, 20_000_000].Array[0, 5]).Sample((amounts, moved) =>
        {
            var fees = amounts.Select(a => Of(a, counted: false, null)).ToList();
            fees.ForEach(f => f.Count());
            var sheet = new FeeSheet { DossierId = Guid.Empty, Reference = "" };
            sheet.Settle(fees, moved.Select(m => new FeePayment { DossierId = Guid.Empty, Kind = PaymentKind.Received, Method = PaymentMethod.Cash, Amount = m, Day = default, At = default, ByName = "" }));
            sheet.Left.ShouldBe(amounts.Sum() - moved.Sum());
            fees.ShouldAllBe(f => f.State == (sheet.Left <= 0 ? FeeState.Paid : FeeState.Due));
            sheet.Pending.ShouldBe(sheet.Left != 0);
        });

    /// <summary>Banks change case, add blanks and words; the reference is found all the same, and hardly ever where there is none.</summary>
    [Fact]
    public void The_reference_is_found_in_what_banks_make_of_it()
    {
        var words = Gen.String[Gen.Char["abc XYZ019.-/nspNSP "], 0, 20];
        Gen.Select(words, words, Gen.Bool, Gen.Int[1, 10]).Sample((before, after, lower, blank) =>
        {
            var reference = PaymentReference.New();
            var written = before + " " + (lower ? reference.ToLowerInvariant() : reference).Insert(blank, " ") + " " + after;
            PaymentReference.In(written).ShouldContain(reference);
        });
        var random = new Random(11);
        var mistyped = Enumerable.Range(0, 2000).Select(_ => PaymentReference.New()).Select(r => (r, Wrong: Mistype(r, random))).ToList();
        mistyped.ShouldAllBe(m => !PaymentReference.In(m.Wrong).Contains(m.r));
        mistyped.Count(m => PaymentReference.In(m.Wrong).Any()).ShouldBe(0, "one letter mistyped never passes the check");
    }

    private static string Mistype(string reference, Random random)
    {
        const string letters = "ABCDEFGHKLMNPQRSTUVXY3456789";
        var at = random.Next(PaymentReference.Prefix.Length, reference.Length);
        var other = letters.Where(c => c != reference[at]).ElementAt(random.Next(letters.Length - 1));
        return reference[..at] + other + reference[(at + 1)..];
    }

    private static DossierFee Of(long? unit, bool counted, string? when) =>
        new() { DossierId = Guid.Empty, Code = "phi", Order = 0, What = "Phí", LegalBasis = "", UnitAmount = unit, When = when, QuantityField = counted ? "so_trang" : null, Unit = counted ? "trang" : null };
}
