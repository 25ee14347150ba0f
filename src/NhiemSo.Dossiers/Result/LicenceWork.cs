using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.Result;

/// <summary>The licence that an amendment, a reissue or an extension acts on, found by its number in the register.</summary>
internal sealed class LicenceWork(IRegisterBook registers)
{
    public static string Words(LicenceChange change) => change switch
    {
        LicenceChange.Amend => "Sửa đổi, bổ sung",
        LicenceChange.Reissue => "Cấp lại",
        _ => "Gia hạn",
    };

    /// <summary>Null when the procedure acts on none, or when the register shows the reader no such number.</summary>
    /// <param name="by">Null after the draft was judged by <see cref="FaultAsync"/>.</param>
    public async Task<LicenceOnFile?> FindAsync(Procedure procedure, IReadOnlyDictionary<string, object> values, Reader? by, CancellationToken ct) =>
        procedure.Result is { ActsOn: { } on, Register: { } register } && values.GetValueOrDefault(on.Field)?.ToString() is { Length: > 0 } number
            ? await registers.FindAsync(register, number, by, ct)
            : null;

    /// <summary>Why the result can't be drafted on this licence; null when it can. An expired one may be reissued or extended, a withdrawn one may not.</summary>
    public async Task<Problem?> FaultAsync(Procedure procedure, IReadOnlyDictionary<string, object> values, Reader? by, CancellationToken ct)
    {
        if (procedure.Result.ActsOn is not { } on) return null;
        if (await FindAsync(procedure, values, by, ct) is not { } licence)
            return Problem.Field(on.Field, $"Không thấy số “{values.GetValueOrDefault(on.Field)}” trong sổ. Mở sổ bộ để xem số đúng, rồi sửa ở đây.");
        return licence.InForce || licence.Expired ? null : Problem.Field(on.Field, $"Số {licence.Facts.Number} hiện ở trạng thái “{licence.StateName}” nên không {Words(on.Change).ToLowerInvariant()} được.");
    }
}
