using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.Result;

/// <summary>The licence that an amendment, a reissue, an extension or a withdrawal acts on, found by its number in the register.</summary>
internal sealed class LicenceWork(IRegisterBook registers)
{
    /// <summary>What is done to the licence, for its list of versions.</summary>
    /// <param name="values">The draft: it may choose between ending, suspending and letting go on.</param>
    public static string Words(Procedure procedure, IReadOnlyDictionary<string, object> values) => procedure.Result.ActsOn switch
    {
        _ when procedure.Action == ProcedureAction.Notify => "Ghi nhận thông báo",
        { Change: LicenceChange.Amend } => "Sửa đổi, bổ sung",
        { Change: LicenceChange.Reissue } => "Cấp lại",
        { Change: LicenceChange.Extend } => "Gia hạn",
        { StateField: { } field } => procedure.Fields.First(f => f.Key == field).Options.FirstOrDefault(o => o.Value == values.GetValueOrDefault(field)?.ToString())?.Label ?? "Thu hồi",
        _ => "Thu hồi",
    };

    /// <summary>State into which the licence goes; null when it stays in its own.</summary>
    public static string? StateOf(Procedure procedure, IReadOnlyDictionary<string, object> values) =>
        procedure.Result.ActsOn is { Change: LicenceChange.Withdraw } on ? on.State ?? values.GetValueOrDefault(on.StateField!)?.ToString() : null;

    /// <summary>Null when the procedure acts on none, or when the register shows the reader no such number.</summary>
    /// <param name="by">Null after the draft was judged by <see cref="FaultAsync"/>.</param>
    public async Task<LicenceOnFile?> FindAsync(Procedure procedure, IReadOnlyDictionary<string, object> values, Reader? by, CancellationToken ct) =>
        procedure.Result is { ActsOn: { } on, Register: { } register } && values.GetValueOrDefault(on.Field)?.ToString() is { Length: > 0 } number
            ? await registers.FindAsync(register, number, by, ct)
            : null;

    /// <summary>
    /// Why the result can't be drafted on this licence; null when it can. An expired one may be reissued or extended, a withdrawn one may
    /// not; a suspended one may be withdrawn or let go on.
    /// </summary>
    public async Task<Problem?> FaultAsync(Procedure procedure, IReadOnlyDictionary<string, object> values, Reader? by, CancellationToken ct)
    {
        if (procedure.Result.ActsOn is not { } on) return null;
        if (await FindAsync(procedure, values, by, ct) is not { } licence)
            return Problem.Field(on.Field, $"Không thấy số “{values.GetValueOrDefault(on.Field)}” trong sổ. Mở sổ bộ để xem số đúng, rồi sửa ở đây.");
        var fits = StateOf(procedure, values) is { } to ? licence.Facts.State != to && !licence.Ended : licence.InForce || licence.Expired;
        return fits ? null : Problem.Field(on.Field, $"Số {licence.Facts.Number} hiện ở trạng thái “{licence.StateName}” nên không {Words(procedure, values).ToLowerInvariant()} được.");
    }
}
