using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Setup;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.PutInForce;

/// <summary>The units of a new office are those of the newest decision among its rules, or come later from a decision read on screen.</summary>
internal sealed class MandateDirectory(MandateImport import, Work work, RuleShelf rules, RulesFolder folder, TimeProvider time) : IFirstDirectory
{
    public async Task<Outcome<Guid>> FillAsync(Actor by, bool rootOnly, CancellationToken ct)
    {
        if (rootOnly) return await work.ActAsync<Guid>(async c => (await import.RootInActAsync(time.Today(), c)).Id, ct);
        if (rules.At(time.Today()).All<MandateRule>().MaxBy(m => m.From) is not { } mandate)
            return Problem.WrongState("Bộ quy tắc chưa có quyết định về chức năng, nhiệm vụ nào. Chọn nạp tệp quyết định sau khi thiết lập.");
        var units = await import.PutInForceAsync(folder.Path, mandate.Code, by, ct);
        return units.Ok ? units.Value[MandateImport.DepartmentCode] : units.Problem;
    }
}
