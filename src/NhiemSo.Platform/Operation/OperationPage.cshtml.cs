using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Operation;

/// <summary>Whether the house runs well, on one page, and the jobs that gave up.</summary>
internal sealed class OperationPageModel(
    CurrentReader current, OperationView view, DeadJobs deadJobs, Storage storage, SlowQueries slow, IEnumerable<ICertificateSource> sources, DepartmentDb db, DatabaseSettings settings, TimeProvider time) : PageModel
{
    private const int SlowListed = 15;

    public Queue Queue { get; private set; } = new(0, 0, 0, 0, null);

    public IReadOnlyList<FailedJob> Dead { get; private set; } = [];

    public IReadOnlyList<FailedJob> TriedAgain { get; private set; } = [];

    public IReadOnlyList<DailyRow> Daily { get; private set; } = [];

    public IReadOnlyList<SlowQuery> Slow { get; private set; } = [];

    public IReadOnlyList<CertificateInUse> Certificates { get; private set; } = [];

    public IReadOnlyList<Worry> Worries { get; private set; } = [];

    public CheckpointRow? Checkpoint { get; private set; }

    public BackupNote? Backup { get; private set; }

    public long DatabaseBytes { get; private set; }

    /// <summary>Null while the files are being counted for the first time.</summary>
    public FolderSize? Files { get; private set; }

    public (long Free, long All) Disk { get; private set; }

    public bool RunnerAlive => view.RunnerAlive;

    public string Engine { get; private set; } = "";

    public DateTime Now { get; } = time.UtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken ct)
    {
        var again = await deadJobs.RetryAsync(id, await current.GetAsync(ct), ct);
        if (again.Ok) return Redirect("/quan-tri/van-hanh");
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        return this.Answer(again.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        (Queue, Dead, TriedAgain, Daily) = (await view.QueueAsync(ct), await view.DeadAsync(ct), await view.TriedAgainAsync(ct), await view.DailyAsync(ct));
        (Checkpoint, Backup, Engine) = (await view.CheckpointAsync(ct), BackupNote.Read(settings), await view.EngineAsync(ct));
        (DatabaseBytes, Files, Disk) = (await storage.DatabaseBytesAsync(db, ct), storage.Files(), storage.Disk());
        (Slow, Certificates) = (slow.Slowest(SlowListed), [.. sources.SelectMany(s => s.InUse()).OrderBy(c => c.Until)]);
        Worries = Worry.Of(this, Now);
        return null;
    }
}
