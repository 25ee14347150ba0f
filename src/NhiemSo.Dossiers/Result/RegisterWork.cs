using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Decide;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.Result;

/// <summary>What a dossier was granted under: our paper's number, another body's, or the dossier's own when nothing is issued.</summary>
/// <param name="DocumentId">Our paper; null when there is none.</param>
internal sealed record Granted(string Number, DateOnly Date, Guid? DocumentId);

/// <summary>Writes the register when a dossier is granted or noted: a new entry, or one more version of the licence it acts on. Inside the caller's act.</summary>
internal sealed class RegisterWork(DepartmentDb db, IRegisterBook registers, LicenceWork licences, Decider decider)
{
    /// <summary>True when the register would get a second entry of this number and day.</summary>
    public async Task<bool> IsTakenAsync(Procedure procedure, Granted granted, CancellationToken ct) =>
        procedure.Result is { ActsOn: null, Register: { } register } && await registers.FindAsync(register, granted.Number, by: null, ct) is { } known && known.Facts.From == granted.Date;

    public async Task<Outcome<Done>> WriteAsync(Dossier dossier, Procedure procedure, Granted granted, Actor actor, CancellationToken ct)
    {
        if (procedure.Result.Register is not { } register) return Done.Yes;
        var matter = await db.Set<Matter>().FirstAsync(m => m.Id == dossier.Id, ct);
        var stated = Json.Values(dossier.Draft);
        var columns = Columns(procedure, dossier, stated, granted, matter);
        if (procedure.Result.ActsOn is not null)
        {
            if (await licences.FindAsync(procedure, stated, by: null, ct) is not { } licence) return Problem.WrongState("Sổ không còn giấy phép mà hồ sơ này thay đổi.");
            var text = $"{LicenceWork.Words(procedure, stated)} theo {granted.Number}";
            await registers.ChangeAsync(matter, new EntryChange(licence.Facts.Id, text, dossier.ApplicantName, columns, granted.DocumentId, LicenceWork.StateOf(procedure, stated)), actor, ct);
            return Done.Yes;
        }

        var text2 = granted.DocumentId is null ? $"Ghi theo {granted.Number}" : null;
        await registers.EnterAsync(matter, new NewEntry(register, granted.Number, matter.PartyId, dossier.ApplicantName, granted.Date, null, columns, granted.DocumentId, text2), actor, ct);
        return Done.Yes;
    }

    /// <summary>Register columns from the draft and from the act of issuing, as the procedure's book says.</summary>
    private Dictionary<string, object?> Columns(Procedure procedure, Dossier dossier, IReadOnlyDictionary<string, object> stated, Granted granted, Matter matter) =>
        procedure.Result.Entry.ToDictionary(e => e.Key, e => e.Value switch
        {
            "$number" => granted.Number,
            "$issued_on" => granted.Date.ToString("yyyy-MM-dd"),
            "$issuer" => decider.IssuerOf(procedure, matter),
            "$applicant" => dossier.ApplicantName,
            "$dossier_code" => matter.Number,
            var field => stated.GetValueOrDefault(field),
        }, StringComparer.Ordinal);
}
