using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Result;
using NhiemSo.Mandate;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers;

namespace NhiemSo.Dossiers.OpenByOffice;

/// <summary>Opens a matter on a licence by the department itself: the grounds are stated, the holder is taken from the register. One act.</summary>
internal sealed class Opening(DepartmentDb db, Work work, IDuties duties, LicenceWork licences, MatterActs acts, RuleShelf rules, TimeProvider time)
{
    /// <summary>The licence as the reader sees it; null when there is none.</summary>
    public Task<LicenceOnFile?> LicenceAsync(Procedure procedure, string? number, Reader by, CancellationToken ct) =>
        licences.FindAsync(procedure, new Dictionary<string, object>(StringComparer.Ordinal) { [procedure.Result.ActsOn!.Field] = number ?? "" }, by, ct);

    /// <summary>The unit that answers for the procedure today; null when none does.</summary>
    public async Task<Guid?> UnitAsync(OfferedProcedure offered, CancellationToken ct) => (await duties.FindAsync(offered.Procedure.Duty, offered.Book.From, time.Today(), ct))?.UnitId;

    public Task<Outcome<Matter>> OpenAsync(OfferedProcedure offered, IReadOnlyDictionary<string, string> typed, Reader by, CancellationToken ct) =>
        work.ActAsync<Matter>(async c =>
        {
            var (procedure, today) = (offered.Procedure, time.Today());
            var reading = FormInput.Read(procedure.Groups.SelectMany(g => g.Fields), typed, today);
            if (reading.Faults.Count > 0) return Problem.Invalid("Còn chỗ cần sửa trước khi mở hồ sơ.", [.. reading.Faults]);
            if (await licences.FindAsync(procedure, reading.Values, by, c) is not { } licence) return Problem.Field(procedure.Result.ActsOn!.Field, "Không thấy số này trong sổ. Mở từ trang của giấy phép trong sổ bộ.");
            if (await duties.FindAsync(procedure.Duty, offered.Book.From, today, c) is not { } duty) return Problem.WrongState($"Chưa có đơn vị nào được giao nhiệm vụ {procedure.Duty}.");
            if (await OpenOnAsync(procedure, licence.Facts.Number, c) is { } open) return Problem.WrongState($"Đang có hồ sơ {open} về {licence.Facts.Number}. Làm tiếp ở hồ sơ ấy.");
            var holder = licence.HolderId is { } id ? await db.Set<Party>().FindAsync([id], c) : null;
            var now = Microseconds.Trim(time.UtcNow());
            var process = rules.At(today).Get<ProcessDefinition>(procedure.Process);
            var matter = new Matter
            {
                Kind = DossiersRoom.Kind, Title = procedure.Name, PartyName = licence.Facts.HolderName, PartyId = licence.HolderId, DutyId = duty.Id, DutyCitation = duty.Citation, UnitId = duty.UnitId,
                ResponsibleId = by.PersonId, Process = process.Code, ProcessVersion = rules.At(today).Book<ProcessDefinition>(process.Code)!.Hash, State = "", StateName = "", Opened = now, LastEvent = now,
            };
            var dossier = new Dossier
            {
                Id = matter.Id, Procedure = procedure.Code, ProcedureVersion = offered.Book.Hash, LookupCode = Submission.NewLookupCode(today), Channel = Channel.Office, Data = Json.Write(reading.Values),
                ApplicantName = licence.Facts.HolderName, Phone = holder?.Phone ?? "", PhoneLast4 = holder?.Phone is { Length: >= 4 } phone ? phone[^4..] : "", Email = holder?.Email, Address = holder?.Address,
                ReturnBy = "post", SubmittedAt = now,
            };
            return await acts.OpenAsync(matter, OfficeProcedures.Act, by, DossierActs.Limits(procedure), (act, _) =>
            {
                db.Add(dossier);
                db.Add(new Assignment { MatterId = matter.Id, PersonId = by.PersonId, Role = AssignmentRole.Responsible, At = now, ById = by.PersonId ?? Guid.Empty });
                act.Text = $"Mở hồ sơ về {licence.Facts.Number} của {licence.Facts.HolderName}";
                return Task.FromResult<Outcome<Done>>(Done.Yes);
            }, c);
        }, ct);

    /// <summary>Two decisions on one licence must not run side by side; answers the code of the open one.</summary>
    private async Task<string?> OpenOnAsync(Procedure procedure, string number, CancellationToken ct)
    {
        var open = await db.Set<Matter>().Where(m => m.Kind == DossiersRoom.Kind && m.Closed == null)
            .Join(db.Set<Dossier>().Where(d => d.Procedure == procedure.Code), m => m.Id, d => d.Id, (m, d) => new { d.LookupCode, d.Data }).ToListAsync(ct);
        return open.FirstOrDefault(o => Json.Values(o.Data).GetValueOrDefault(procedure.Result.ActsOn!.Field)?.ToString() == number)?.LookupCode;
    }
}
