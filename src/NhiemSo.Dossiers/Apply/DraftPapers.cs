using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Reuse;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Apply;

/// <summary>Uploads of an application being written: looked through and on disk before the draft refers to them.</summary>
internal sealed class DraftPapers(DepartmentDb db, Drafts drafts, FileStore store, MatterFiles files, Work work)
{
    /// <summary>How the purpose of an upload begins.</summary>
    public const string Purpose = "component:";

    /// <summary>Puts a file at a component, in place of the one before.</summary>
    public async Task<Outcome<Done>> KeepAsync(string token, string component, Stream content, string name, CancellationToken ct)
    {
        var stored = await store.PutPaperAsync(content, name, ct);
        if (!stored.Ok) return stored.Problem;
        return await ChangeAsync(token, component, async c => await files.AttachAsync(stored.Value, null, Purpose + component, Actor.Applicant.Name, c), "người nộp thay bằng tệp khác", ct);
    }

    /// <summary>Puts a paper that the department holds already at a component; from where is kept with it.</summary>
    public Task<Outcome<Done>> ReferAsync(string token, HeldPaper held, CancellationToken ct) => ChangeAsync(token, held.Component, async c =>
    {
        var again = await files.ReferAgainAsync(held.FileId, null, Purpose + held.Component, Actor.Applicant.Name, c);
        if (again.Ok) db.Add(new ReusedPaper { FileId = again.Value.Id, FromDossierId = held.DossierId, From = held.From });
        return again.Ok ? again.Value : again.Problem;
    }, "người nộp dùng giấy Sở đã có", ct);

    public Task<Outcome<Done>> RemoveAsync(string token, string component, CancellationToken ct) =>
        ChangeAsync(token, component, null, "người nộp gỡ", ct);

    private Task<Outcome<Done>> ChangeAsync(string token, string component, Func<CancellationToken, Task<Outcome<FileRef>>>? next, string reason, CancellationToken ct) =>
        work.ActAsync<Done>(async c =>
        {
            if (await drafts.FindAsync(token, c) is not { } draft) return Problem.NotFound();
            var known = Json.Ids(draft.Files);
            // What the applicant took back must not stay behind: the sweep takes bytes to which nothing refers.
            if (known.Remove(component, out var earlier)) await files.RemoveAsync(earlier, reason, c);
            if (next is not null)
            {
                var file = await next(c);
                if (!file.Ok) return file.Problem;
                known[component] = file.Value.Id;
            }

            draft.Files = Json.Write(known);
            drafts.Touch(draft);
            return Done.Yes;
        }, ct);
}
