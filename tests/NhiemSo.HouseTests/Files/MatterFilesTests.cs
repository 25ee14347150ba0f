using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Files;

public sealed class MatterFilesTests(TestBed bed) : IClassFixture<TestBed>
{
    [Theory, BothEngines]
    public async Task A_file_is_opened_by_those_who_see_its_matter_and_exists_for_nobody_else(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var (matter, file) = await AttachAsync(office, "Đơn.txt"u8.ToArray());
        (await ReadAsync(office, file.Id, Readers.ApplicantOf(matter))).ShouldBe("Đơn.txt");
        (await ReadAsync(office, file.Id, Readers.ApplicantOf(Guid.CreateVersion7()))).ShouldBeNull();
        (await ReadAsync(office, file.Id, Reader.Nobody)).ShouldBeNull();
        (await office.AskAsync((MatterFiles f) => f.OpenDraftAsync(file.Id, CancellationToken.None))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothEngines]
    public async Task The_same_bytes_are_kept_once_and_removed_reference_by_reference(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        var content = "Cùng một nội dung"u8.ToArray();
        var (one, first) = await AttachAsync(office, content);
        var (other, second) = await AttachAsync(office, content);
        first.Hash.ShouldBe(second.Hash);
        (await office.AskAsync((DepartmentDb db) => db.Set<StoredFile>().CountAsync())).ShouldBe(1);

        await RemoveAsync(office, first.Id);
        (await ReadAsync(office, first.Id, Readers.ApplicantOf(one))).ShouldBeNull();
        office.Time.Advance(TimeSpan.FromDays(8));
        (await SweepAsync(office)).ShouldBe(0);
        (await ReadAsync(office, second.Id, Readers.ApplicantOf(other))).ShouldBe("Cùng một nội dung");

        await RemoveAsync(office, second.Id);
        office.Time.Advance(TimeSpan.FromDays(6));
        (await SweepAsync(office)).ShouldBe(0, "the grace period still runs");
        office.Time.Advance(TimeSpan.FromDays(2));
        (await SweepAsync(office)).ShouldBe(1);
        (await office.AskAsync((DepartmentDb db) => db.Set<StoredFile>().CountAsync())).ShouldBe(0);
        (await office.AskAsync((DepartmentDb db) => db.Set<FileRef>().FirstAsync(f => f.Id == first.Id))).RemovedReason.ShouldBe("Hết thời hạn lưu");
    }

    [Theory, BothEngines]
    public async Task Files_of_acts_that_failed_are_swept_after_the_grace_period_unless_put_again(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        var store = office.Services.GetRequiredService<FileStore>();
        await PutAsync(store, "Bị bỏ"u8.ToArray());
        await PutAsync(store, "Nộp lại"u8.ToArray());
        office.Time.Advance(TimeSpan.FromDays(7.5));
        await PutAsync(store, "Nộp lại"u8.ToArray());
        (await SweepAsync(office)).ShouldBe(1);
        office.Time.Advance(TimeSpan.FromDays(7.5));
        (await SweepAsync(office)).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Sixteen_acts_may_refer_to_the_same_new_bytes_at_once(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        var attached = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => AttachAsync(office, "Đồng thời"u8.ToArray()))));
        attached.Select(a => a.File.Id).Distinct().Count().ShouldBe(16);
        (await office.AskAsync((DepartmentDb db) => db.Set<StoredFile>().CountAsync())).ShouldBe(1);
    }

    private static async Task<(Guid Matter, FileRef File)> AttachAsync(Office office, byte[] content)
    {
        var stored = await PutAsync(office.Services.GetRequiredService<FileStore>(), content);
        var attached = await office.ActAsync<(Guid, FileRef)>(async (services, ct) =>
        {
            var db = services.GetRequiredService<DepartmentDb>();
            var matter = Samples.Matter();
            db.Add(matter);
            db.Add(new MatterScope { MatterId = matter.Id, Key = Scope.Itself(matter.Id) });
            return (matter.Id, await services.GetRequiredService<MatterFiles>().AttachAsync(stored, matter.Id, "thu", "Người nộp", ct));
        });
        attached.Ok.ShouldBeTrue();
        return attached.Value;
    }

    private static async Task<Stored> PutAsync(FileStore store, byte[] content)
    {
        var stored = await store.PutAsync(new MemoryStream(content), "a.txt", CancellationToken.None);
        stored.Problem.ShouldBeNull();
        return stored.Value!;
    }

    private static Task<string?> ReadAsync(Office office, Guid refId, Reader reader) => office.AskAsync(async (MatterFiles files) =>
    {
        var opened = await files.OpenAsync(refId, reader, CancellationToken.None);
        if (!opened.Ok) return null;
        await using var file = opened.Value;
        return (string?)await new StreamReader(file.Content).ReadToEndAsync();
    });

    private static async Task RemoveAsync(Office office, Guid refId) =>
        (await office.ActAsync((s, ct) => s.GetRequiredService<MatterFiles>().RemoveAsync(refId, "Hết thời hạn lưu", ct))).Ok.ShouldBeTrue();

    private static Task<int> SweepAsync(Office office) => office.AskAsync((FileSweep s) => s.SweepAsync(CancellationToken.None));
}
