using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Host.CommandLine;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Audit;

public sealed class CheckpointTests(TestBed bed) : IClassFixture<TestBed>
{
    [Theory, BothEngines]
    public async Task A_checkpoint_covers_what_grew_since_the_one_before_and_is_copied(Engine engine)
    {
        var copy = Directory.CreateTempSubdirectory("nhiemso-copy-").FullName;
        await using var office = await bed.FreshAsync(engine, s => s.Replace(ServiceDescriptor.Singleton(new CheckpointSettings(copy))));
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await office.WriteAsync("matter", one, "Một");
        await office.WriteAsync("matter", other, "Hai");
        (await office.CheckpointAsync()).ShouldBe([1]);
        (await office.CheckpointAsync()).ShouldBeEmpty();
        await office.WriteAsync("matter", other, "Ba");
        (await office.CheckpointAsync()).ShouldBe([2]);
        (await office.AskAsync((DepartmentDb db) => db.Set<Checkpoint>().OrderBy(c => c.Number).Select(c => c.Heads).ToListAsync())).ShouldBe([2, 1]);
        foreach (var name in (string[])["000001.jsonl", "000001.jsonl.sig", "000002.jsonl", "000002.jsonl.sig"])
            (await File.ReadAllBytesAsync(Path.Combine(copy, name))).ShouldBe(await File.ReadAllBytesAsync(InFolder(office, name)));
        (await office.VerifyAsync()).Checkpoints.ShouldBe(2);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task The_key_is_the_programs_own_and_openssl_agrees_with_the_signature()
    {
        await using var office = await bed.FreshAsync(Engine.Sqlite);
        await office.WriteAsync("matter", Guid.CreateVersion7(), "Một");
        await office.CheckpointAsync();
        var keys = Path.Combine(office.Settings.DataFolder, "keys");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(keys, "audit-checkpoint.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await OpensslAsync(office, keys)).ShouldBe(0);
        await File.AppendAllTextAsync(InFolder(office, "000001.jsonl"), " ");
        (await OpensslAsync(office, keys)).ShouldNotBe(0);
    }

    [Theory, BothEngines]
    public async Task What_is_done_to_checkpoints_themselves_is_found(Engine engine)
    {
        (Func<Office, Task> Do, string What)[] ways =
        [
            (o => File.AppendAllTextAsync(InFolder(o, "000001.jsonl"), "{}\n"), "changed"),
            (o => Task.Run(() => File.Delete(InFolder(o, "000002.jsonl"))), "file removed"),
            (o => o.SqlAsync($"DELETE FROM pf_checkpoint WHERE number = 2"), "row removed"),
            (o => o.SqlAsync($"UPDATE pf_checkpoint SET file_hash = 'x' WHERE number = 1"), "row changed"),
            (o => Task.Run(() => File.Delete(Path.Combine(o.Settings.DataFolder, "keys", "audit-checkpoint.pub.pem"))), "key removed"),
        ];
        foreach (var (tamper, what) in ways)
        {
            await using var office = await bed.FreshAsync(engine);
            for (var i = 0; i < 2; i++)
            {
                await office.WriteAsync("matter", Guid.CreateVersion7(), "Một");
                await office.CheckpointAsync();
            }

            await tamper(office);
            (await office.VerifyAsync()).Faults.ShouldContain(f => f.Kind == AuditFaultKind.Checkpoint, what);
        }
    }

    [Theory, BothEngines]
    public async Task A_checkpoint_left_half_done_is_finished_by_the_next_run(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await office.WriteAsync("matter", Guid.CreateVersion7(), "Một");
        // The folder can't be written: a file stands in its place.
        var folder = Path.Combine(office.Settings.DataFolder, "checkpoints");
        await File.WriteAllTextAsync(folder, "");
        await Should.ThrowAsync<IOException>(() => office.CheckpointAsync());
        File.Delete(folder);
        (await office.CheckpointAsync()).ShouldBe([1]);
        (await office.VerifyAsync()).Checkpoints.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task One_that_is_being_taken_meanwhile_is_no_fault(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await office.WriteAsync("matter", Guid.CreateVersion7(), "Một");
        await office.CheckpointAsync();
        await office.WriteAsync("matter", Guid.CreateVersion7(), "Hai");
        await office.CheckpointAsync();
        // Its row and its file are there, its signature isn't in the row yet.
        await office.SqlAsync($"UPDATE pf_checkpoint SET signature = NULL, text = '' WHERE number = 2");
        var report = await office.VerifyAsync();
        (report.Clean, report.Checkpoints).ShouldBe((true, 1));
    }

    [Theory, BothEngines]
    public async Task Past_the_last_checkpoint_the_report_vouches_for_order_only_and_says_since_when(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        var subject = Guid.CreateVersion7();
        await office.WriteAsync("matter", subject, "Một");
        (await CommandAsync(office)).Text.ShouldContain("Chưa có điểm chốt nào đúng");
        await office.CheckpointAsync();
        office.Time.Advance(TimeSpan.FromHours(1));
        await office.WriteAsync("matter", subject, "Hai");
        var (code, text) = await CommandAsync(office);
        code.ShouldBe(0);
        text.ShouldContain("đến 09:00:00 28/03/2024; từ đó về sau chỉ bảo đảm thứ tự");
        await office.SqlAsync($"DELETE FROM pf_audit_entry WHERE position = 1");
        (code, text) = await CommandAsync(office);
        code.ShouldBe(1);
        text.ShouldContain($"matter {subject}: Mất mục ở vị trí 1.");
    }

    private static async Task<(int Code, string Text)> CommandAsync(Office office)
    {
        await using var output = new StringWriter();
        return (await AuditCommand.VerifyAsync(office.Services, json: false, output, TextWriter.Null, CancellationToken.None), output.ToString());
    }

    private static string InFolder(Office office, string name) => Path.Combine(office.Settings.DataFolder, "checkpoints", name);

    private static async Task<int> OpensslAsync(Office office, string keys)
    {
        var start = new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", Path.Combine(keys, "audit-checkpoint.pub.pem"), "-signature", InFolder(office, "000001.jsonl.sig"), InFolder(office, "000001.jsonl")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var openssl = Process.Start(start)!;
        await openssl.WaitForExitAsync();
        return openssl.ExitCode;
    }
}
