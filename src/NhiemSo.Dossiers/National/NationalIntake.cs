using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.National;

/// <param name="New">False when the same submission was handed over before.</param>
internal sealed record Taken(string ExternalId, bool New);

/// <summary>
/// Takes a submission from a connected portal: held to the same form, the same inspection of files and the same use case as the online form.
/// One code of the portal is one dossier, however often and however many times at once it is sent.
/// </summary>
internal sealed class NationalIntake(DepartmentDb db, Work work, Submission submission, Catalogue catalogue, NationalFeed feed, FileStore store, MatterFiles files, AuditTrail audit, TimeProvider time)
{
    public async Task<Outcome<Taken>> TakeAsync(SubmissionRequest request, CallingProgram program, CancellationToken ct)
    {
        if (Find(request.Procedure ?? "") is not { } offered) return Problem.Field("procedure", "Không có thủ tục nào mang mã này. Gửi mã quốc gia hoặc mã của Sở.");
        var read = NationalContent.Read(request, offered.Procedure);
        if (!read.Ok) return read.Problem;
        var content = read.Value;
        if (await KnownAsync(content, program, ct) is { } known) return known;
        if (!offered.Online) return Problem.WrongState("Thủ tục này hiện chưa nhận hồ sơ trực tuyến.");
        var faults = Submission.Check(offered.Procedure, content.Answers, content.Files.ToDictionary(f => f.Component, _ => Guid.Empty), content.ReturnBy, time.Today()).Faults;
        if (faults.Count > 0) return Problem.Invalid("Hồ sơ gửi đến có chỗ cần sửa.", [.. faults]);
        var stored = await StoreAsync(content, ct);
        if (!stored.Ok) return stored.Problem;
        return await work.ActAsync<Taken>(c => OpenAsync(offered.Procedure, content, stored.Value, program, c), ct);
    }

    /// <summary>Where faults of a paper are told, as on the online form.</summary>
    public static string PaperField(string? component) => "giay-to." + component;

    private OfferedProcedure? Find(string code)
    {
        var all = catalogue.ForApplicants(time.Today());
        return all.FirstOrDefault(o => o.Procedure.Code == code) ?? all.FirstOrDefault(o => o.Procedure.NationalCode is { } national && national == code);
    }

    private async Task<Outcome<Taken>?> KnownAsync(NationalContent content, CallingProgram program, CancellationToken ct)
    {
        var before = await db.Set<NationalSubmission>().AsNoTracking().Where(s => s.ClientId == program.Id && s.ExternalId == content.ExternalId).Select(s => s.ContentHash).FirstOrDefaultAsync(ct);
        if (before is null) return null;
        return before == content.Hash ? new Taken(content.ExternalId, New: false)
            : Problem.WrongState($"Mã {content.ExternalId} đã được gửi trước đây với nội dung khác. Hồ sơ sửa đổi phải gửi với mã mới.");
    }

    /// <summary>Looked through and on disk before the act; what no act comes to refer to is swept later.</summary>
    private async Task<Outcome<Dictionary<string, Stored>>> StoreAsync(NationalContent content, CancellationToken ct)
    {
        var (stored, refused) = (new Dictionary<string, Stored>(StringComparer.Ordinal), new List<FieldFault>());
        foreach (var file in content.Files)
        {
            await using var bytes = new MemoryStream(file.Bytes, writable: false);
            var kept = await store.PutPaperAsync(bytes, file.Name, ct);
            if (kept.Ok) stored[file.Component] = kept.Value;
            else refused.Add(kept.Problem.At(PaperField(file.Component)));
        }

        return refused.Count == 0 ? stored : Problem.Invalid("Có tệp chưa nhận được.", [.. refused]);
    }

    private async Task<Outcome<Taken>> OpenAsync(Procedure procedure, NationalContent content, Dictionary<string, Stored> stored, CallingProgram program, CancellationToken ct)
    {
        // Sent twice at once: whoever comes second finds the first one here, or is thrown back by the unique index and comes again.
        if (await KnownAsync(content, program, ct) is { } known) return known;
        var refs = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (component, file) in stored) refs[component] = (await files.AttachAsync(file, null, DraftPapers.Purpose + component, Actor.Applicant.Name, ct)).Id;
        await db.SaveChangesAsync(ct);
        var done = await submission.InActAsync(new NewSubmission(procedure.Code, Model.Channel.Online, content.Answers, refs, content.ReturnBy), Readers.ApplicantOf(Guid.Empty), ct);
        if (!done.Ok) return done.Problem;
        db.Add(new NationalSubmission { ClientId = program.Id, ClientName = program.Name, ExternalId = content.ExternalId, ContentHash = content.Hash, DossierId = done.Value.DossierId, At = done.Value.At });
        var matter = (await db.Set<Matter>().FindAsync([done.Value.DossierId], ct))!;
        await feed.WriteAsync(program.Id, matter, (await db.Set<Model.Dossier>().FindAsync([matter.Id], ct))!, done.Value.At, ct);
        await audit.WriteAsync("matter", matter.Id, new Actor(null, program.Name, "ứng dụng kết nối"), new AuditNote("nhan-tu-cong-quoc-gia", $"Nhận từ {program.Name}, mã hồ sơ quốc gia {content.ExternalId}"), ct);
        return new Taken(content.ExternalId, New: true);
    }
}
