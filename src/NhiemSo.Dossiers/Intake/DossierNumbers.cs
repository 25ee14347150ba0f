using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Intake;

/// <summary>Gives a dossier its number (mã hồ sơ), inside the act.</summary>
internal sealed class DossierNumbers(Numbers numbers, RuleShelf rules)
{
    /// <summary>The day's next serial; the law gives it four digits, so the 10,000th of a day is refused. One that has a number keeps it.</summary>
    public async Task<Outcome<Done>> GiveAsync(ActScope act, CancellationToken ct)
    {
        if (act.Matter.Number is not null) return Done.Yes;
        var day = Vietnam.Day(act.Now);
        var rule = rules.At(day).All<DossierCodeRule>()[0];
        var serial = await numbers.DrawAsync(rule.ReceivingCode, day.ToString("yyMMdd"), ct);
        if (serial > rule.Largest)
            return Problem.WrongState($"Hôm nay đã tiếp nhận {rule.Largest} hồ sơ bằng mã {rule.ReceivingCode}, hết số theo quy định. Mở thêm mã tiếp nhận rồi tiếp nhận tiếp.");
        act.Matter.Number = rule.Format(day, serial);
        act.Changes.Add(new Change("mã hồ sơ", null, act.Matter.Number));
        return Done.Yes;
    }
}
