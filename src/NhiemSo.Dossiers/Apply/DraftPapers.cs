using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Apply;

/// <summary>Uploads of an application being written: looked through and on disk before the draft refers to them.</summary>
internal sealed class DraftPapers(Drafts drafts, FileStore store, MatterFiles files, Work work)
{
    public async Task<Outcome<Done>> KeepAsync(string token, string component, Stream content, string name, CancellationToken ct)
    {
        var stored = await store.PutAsync(content, name, ct);
        if (!stored.Ok) return stored.Problem;
        return await work.ActAsync<Done>(async c =>
        {
            if (await drafts.FindAsync(token, c) is not { } draft) return Problem.NotFound();
            var reference = await files.AttachAsync(stored.Value, null, "component:" + component, Actor.Applicant.Name, c);
            var known = Json.Ids(draft.Files);
            known[component] = reference.Id;
            draft.Files = Json.Write(known);
            drafts.Touch(draft);
            return Done.Yes;
        }, ct);
    }
}
